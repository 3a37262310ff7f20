package dev.tendril.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.TendrilException;
import dev.tendril.api.spi.HeadProvider;
import dev.tendril.api.spi.NodeProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.layers.LayerComponents;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final List<HeadProvider<?>> HEADS = new LayerComponents().heads();

    @Test
    void aNodeAndAHeadCannotHaveOneName() {
        Plugin plugin = new Plugin() {
            @Override
            public List<NodeProvider<?>> nodes() {
                return List.of(HEADS.get(0));
            }

            @Override
            public List<HeadProvider<?>> heads() {
                return HEADS;
            }
        };
        assertThatThrownBy(() -> Offer.require(plugin))
                .isInstanceOf(TendrilException.class)
                .hasMessage("the plugin has a node and a head named '"
                        + HEADS.get(0).name() + "', which stand in the same places of a model file; rename one");
    }

    @Test
    void theBuiltInComponentsAreDistinct() {
        assertThatCode(() -> Offer.require(new CorePlugin())).doesNotThrowAnyException();
    }
}
