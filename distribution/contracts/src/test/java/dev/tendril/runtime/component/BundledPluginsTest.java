package dev.tendril.runtime.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tendril.runtime.Tendril;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of every component that ships in a plugin it is known which plugin that is. */
final class BundledPluginsTest {
    @Test
    void everyComponentOfABundledPluginIsKnownByBothNames() {
        try (Tendril tendril = Tendril.builder().threads(1).build()) {
            List<RegisteredComponent> bundled = tendril.components().list().stream()
                    .filter(component -> !component.owner().id().equals(PluginHandle.CORE))
                    .toList();
            assertThat(bundled).isNotEmpty().allSatisfy(component -> {
                String plugin = component.owner().id();
                assertThat(BundledPlugins.bringing(component.kind(), component.shortName()))
                        .as(component.label())
                        .contains(plugin);
                assertThat(BundledPlugins.bringing(component.kind(), component.id()))
                        .as(component.label())
                        .contains(plugin);
            });
        }
    }
}
