package dev.tendril.api;

import java.util.List;
import java.util.stream.Collectors;

/** What the user wrote cannot be used; carries every problem found in one go. */
public final class DiagnosticsException extends TendrilException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** The problems, in the order of their places; at least one. */
    public DiagnosticsException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream()
                .map(problem -> problem.location()
                                .map(at -> at.file() + ":" + at.line() + ":" + at.column() + ": ")
                                .orElse("")
                        + "[" + problem.code() + "] " + problem.message())
                .collect(Collectors.joining(System.lineSeparator())));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every problem found. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
