package dev.tendril.plugin.jozefowicz;

import dev.tendril.testkit.CellContract;
import dev.tendril.testkit.ComponentContract;
import dev.tendril.testkit.Examples;
import dev.tendril.testkit.PluginContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** What Tendril relies on in every cell of the plugin. */
final class JozefowiczPluginTest extends PluginContract {
    private static final int INPUT = 3;

    JozefowiczPluginTest() {
        super(JozefowiczPlugin.class);
    }

    @Override
    protected List<ComponentContract<?>> contracts() {
        return List.of(
                new Mut1(),
                new Mut2(),
                new Mut3(),
                new Peephole(),
                new Coupled(),
                new NoInputGate(),
                new NoForgetGate(),
                new NoOutputGate());
    }

    private static <P extends Record> Examples<P> modes(String name) {
        return Examples.yaml(
                "{type: " + name + ", units: 5}",
                "{type: " + name + ", units: 3, mode: strict, state_initializer: xavier_normal}");
    }

    private static <P extends Record> Examples<P> lstm(String name) {
        return Examples.yaml("{type: " + name + ", units: 5}", "{type: " + name + ", units: 2, forget_bias: -0.5}");
    }

    @Nested
    final class Mut1 extends CellContract<BareParameters> {
        Mut1() {
            super(JozefowiczPlugin.class, modes("mut1"), INPUT);
        }
    }

    @Nested
    final class Mut2 extends CellContract<BareParameters> {
        Mut2() {
            super(JozefowiczPlugin.class, modes("mut2"), INPUT);
        }
    }

    @Nested
    final class Mut3 extends CellContract<GatedParameters> {
        Mut3() {
            super(JozefowiczPlugin.class, Examples.yaml("{type: mut3, units: 5}"), INPUT);
        }
    }

    @Nested
    final class Peephole extends CellContract<LstmParameters> {
        Peephole() {
            super(JozefowiczPlugin.class, lstm("lstm_peephole"), INPUT);
        }
    }

    @Nested
    final class Coupled extends CellContract<LstmParameters> {
        Coupled() {
            super(JozefowiczPlugin.class, lstm("lstm_coupled"), INPUT);
        }
    }

    @Nested
    final class NoInputGate extends CellContract<LstmParameters> {
        NoInputGate() {
            super(JozefowiczPlugin.class, lstm("lstm_no_input_gate"), INPUT);
        }
    }

    @Nested
    final class NoForgetGate extends CellContract<GatedParameters> {
        NoForgetGate() {
            super(
                    JozefowiczPlugin.class,
                    Examples.yaml(
                            "{type: lstm_no_forget_gate, units: 5, input_initializer: {type: normal, deviation: 0.3}}"),
                    INPUT);
        }
    }

    @Nested
    final class NoOutputGate extends CellContract<LstmParameters> {
        NoOutputGate() {
            super(JozefowiczPlugin.class, lstm("lstm_no_output_gate"), INPUT);
        }
    }
}
