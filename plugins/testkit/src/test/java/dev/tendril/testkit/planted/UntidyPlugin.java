package dev.tendril.testkit.planted;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Spi;
import java.util.List;
import org.assertj.core.util.Lists;

/** A plugin that cannot do without a library it does not bring, whose component does not work with its default. */
@PluginInfo(id = "untidy", version = "1.0.0", api = Spi.VERSION)
public final class UntidyPlugin implements Plugin {

    /**
     * Parameters.
     *
     * @param scale of the values
     */
    public record Parameters(
            @Param("Scale of the values.") @Default("0.0") @Range(min = 0)
            double scale) {}

    private record Untidy() implements ActivationProvider<Parameters> {
        @Override
        public String name() {
            return "untidy";
        }

        @Override
        public Class<Parameters> parameters() {
            return Parameters.class;
        }

        @Override
        public String description() {
            return "Scales.";
        }

        @Override
        public Activation create(Parameters parameters) {
            if (parameters.scale() == 0) {
                throw new IllegalArgumentException("this cannot scale by 0");
            }
            return x -> x.times(parameters.scale());
        }
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return Lists.list(new Untidy());
    }
}
