package dev.tendril.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tendril.api.DiagnosticsException;
import dev.tendril.runtime.diagnostic.DiagnosticRenderer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters that could never be made are found before data is read. */
final class ParameterSizesTest {
    private final Tendril tendril = Tendril.builder().threads(1).build();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        tendril.close();
    }

    @Test
    void aParameterThatNoTensorHoldsIsRefusedAtItsNode() {
        assertThat(said("units: 11}", "units: 46341}"))
                .isEqualTo(
                        "error[TDL-1006]: node 'encoder': its parameter 'encoder.layer0.forward.update.W' holds 2,147,488,281 numbers,"
                                + " more than 2,147,483,639\n"
                                + "  --> language.yaml:12:3  (model)\n"
                                + "   |\n"
                                + "12 |   encoder: {type: recurrent, from: embedded, cell: {type: gru, units: 46341}, bidirectional: true}\n"
                                + "   |   ^^^^^^^\n");
    }

    @Test
    void whatMakesParametersWithoutEndIsStopped() {
        assertThat(said(
                        "{type: gru, units: 11}",
                        "{type: stack, cells: [" + "{type: lstm, units: 2}, ".repeat(500) + "]}, layers: 1000"))
                .startsWith("error[TDL-1206]: ")
                .contains(" is one more than the 100,000 that a model can have; take fewer layers or nodes\n");
    }

    private String said(String from, String to) {
        Path file = ModelFiles.changed(ModelFiles.classifier(folder), "language.yaml", from, to);
        DiagnosticsException refused = catchThrowableOfType(DiagnosticsException.class, () -> tendril.validate(file));
        return DiagnosticRenderer.render(refused.diagnostics())
                .replace(System.lineSeparator(), "\n")
                .replace(folder + "/", "");
    }
}
