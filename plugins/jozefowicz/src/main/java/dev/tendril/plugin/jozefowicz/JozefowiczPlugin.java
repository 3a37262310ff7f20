package dev.tendril.plugin.jozefowicz;

import dev.tendril.api.spi.CellProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.PluginInfo;
import dev.tendril.api.spi.Spi;
import java.util.List;

/** The cells that a search over architectures found, and variants of the LSTM they are measured against. */
@PluginInfo(id = "jozefowicz", version = "0.1.0", api = Spi.VERSION)
public final class JozefowiczPlugin implements Plugin {
    /** Called by {@code ServiceLoader}. */
    public JozefowiczPlugin() {}

    @Override
    public List<CellProvider<?>> cells() {
        return List.of(
                new BareProvider(
                        "mut1",
                        "MUT1: a gated cell whose update gate sees the input alone (Jozefowicz et al. 2015).",
                        Mut1Cell::new),
                new BareProvider(
                        "mut2",
                        "MUT2: a gated cell whose reset gate adds the input as it is (Jozefowicz et al. 2015).",
                        Mut2Cell::new),
                Registered.gated(
                        "mut3",
                        "MUT3: a gated cell whose update gate sees the state through tanh (Jozefowicz et al. 2015).",
                        Mut3Cell::new),
                Registered.lstm(
                        "lstm_peephole",
                        "LSTM whose gates see the cell state (Gers et al. 2002).",
                        PeepholeLstmCell::new),
                Registered.lstm(
                        "lstm_coupled",
                        "LSTM whose input gate is one minus its forget gate (Greff et al. 2017).",
                        CoupledLstmCell::new),
                Registered.lstm(
                        "lstm_no_input_gate",
                        "LSTM that takes all new content (Jozefowicz et al. 2015).",
                        NoInputGateLstmCell::new),
                Registered.gated(
                        "lstm_no_forget_gate",
                        "LSTM that forgets nothing (Hochreiter and Schmidhuber 1997).",
                        NoForgetGateLstmCell::new),
                Registered.lstm(
                        "lstm_no_output_gate",
                        "LSTM that shows its whole cell state (Jozefowicz et al. 2015).",
                        NoOutputGateLstmCell::new));
    }
}
