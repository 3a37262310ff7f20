package dev.tendril.testkit.planted;

import dev.tendril.api.layer.Activation;
import dev.tendril.api.spi.ActivationProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** A plugin that does not say what a parameter is. */
@PluginInfo(id = "silent", version = "1.0.0", api = Spi.VERSION)
public final class SilentPlugin implements Plugin {

    /**
     * Parameters.
     *
     * @param scale of something, it remains unsaid of what
     */
    public record Parameters(double scale) {}

    private record Silent() implements ActivationProvider<Parameters> {
        @Override
        public String name() {
            return "silent";
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
            return x -> x.times(parameters.scale());
        }
    }

    @Override
    public List<ActivationProvider<?>> activations() {
        return List.of(new Silent());
    }
}
