package dev.tendril.runtime.check;

import dev.tendril.api.cell.Cell;
import dev.tendril.api.layer.Activation;
import dev.tendril.api.layer.CellContext;
import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.Range;
import dev.tendril.api.spi.Remark;
import dev.tendril.api.spi.Sizes;
import dev.tendril.runtime.component.BrokenPlugin;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.PluginHandle;
import dev.tendril.runtime.plugin.CorePlugin;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The built-in components, those of a third party, and a plugin that is broken. */
final class TestPlugins {
    private TestPlugins() {}

    static ComponentRegistry registry() {
        PluginHandle core = new PluginHandle(PluginHandle.CORE, "0.1.0", "class path", new CorePlugin());
        PluginHandle acme = new PluginHandle("acme", "1.4.0", "plugins/acme/acme-cells-1.4.0.jar", new Acme());
        PluginHandle umbra = new PluginHandle("umbra", "0.3.0", "plugins/umbra/umbra.jar", new Umbra());
        return ComponentRegistry.of(
                List.of(core, acme, umbra),
                List.of(new BrokenPlugin("plugins/zenith", new IllegalStateException("it needs a newer Tendril"))));
    }

    /** A count of parameters that makes no graph: one number a node. */
    static Map<String, Long> onePerNode(CheckedModel model, Map<String, Long> sizes) {
        return model.order().stream().collect(Collectors.toMap(node -> node + ".any", node -> 1L));
    }

    private static final class Acme implements Plugin {
        @Override
        public List<CellProvider<?>> cells() {
            return List.of(new PeepholeLstm(), new Idle());
        }
    }

    /** A plugin whose cell has the short name of another plugin's, and that has one that fails. */
    private static final class Umbra implements Plugin {
        @Override
        public List<CellProvider<?>> cells() {
            return List.of(new Idle(), new Failing());
        }
    }

    private static final class Failing implements CellProvider<IdleParameters> {
        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Class<IdleParameters> parameters() {
            return IdleParameters.class;
        }

        @Override
        public String description() {
            return "A cell that fails when it is asked for its size.";
        }

        @Override
        public int outputSize(IdleParameters parameters, int inputSize, Sizes nested) {
            throw new IllegalStateException("no size today");
        }

        @Override
        public Cell<?> create(IdleParameters parameters, CellContext context) {
            throw new IllegalStateException("checking makes no cell");
        }
    }

    /**
     * Parameters of the third party's cell.
     *
     * @param units hidden units
     * @param dropout on the state
     * @param gate its activation
     */
    record PeepholeLstmParameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("Dropout on the recurrent state.") @Default("0.0") @Range(min = 0, max = 1, maxExclusive = true)
            double dropout,

            @Param("Gate activation.") @Default("sigmoid") ComponentRef<Activation> gate) {}

    private static final class PeepholeLstm implements CellProvider<PeepholeLstmParameters> {
        @Override
        public String name() {
            return "peephole_lstm";
        }

        @Override
        public Class<PeepholeLstmParameters> parameters() {
            return PeepholeLstmParameters.class;
        }

        @Override
        public String description() {
            return "An LSTM whose gates see the cell (Gers and Schmidhuber 2000).";
        }

        @Override
        public int outputSize(PeepholeLstmParameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(PeepholeLstmParameters parameters, CellContext context) {
            throw new IllegalStateException("checking makes no cell");
        }
    }

    /**
     * Parameters of a third party's cell that remarks on them.
     *
     * @param units hidden units
     * @param leak what it loses at every step
     */
    record IdleParameters(
            @Param("Hidden units.") @Range(min = 1) int units,

            @Param("What it loses at every step.") @Range(min = 0)
            double leak) {}

    private static final class Idle implements CellProvider<IdleParameters> {
        @Override
        public String name() {
            return "idle";
        }

        @Override
        public Class<IdleParameters> parameters() {
            return IdleParameters.class;
        }

        @Override
        public String description() {
            return "A cell that leaks.";
        }

        @Override
        public List<Remark> remarks(IdleParameters parameters) {
            return parameters.leak() == 0
                    ? List.of(new Remark("leak", "what leaks nothing never changes; raise it"))
                    : List.of();
        }

        @Override
        public int outputSize(IdleParameters parameters, int inputSize, Sizes nested) {
            return parameters.units();
        }

        @Override
        public Cell<?> create(IdleParameters parameters, CellContext context) {
            throw new IllegalStateException("checking makes no cell");
        }
    }
}
