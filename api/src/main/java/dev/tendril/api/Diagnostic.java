package dev.tendril.api;

import java.util.List;
import java.util.Optional;

/**
 * One problem (or remark) about something the user wrote: what is wrong, where, and what to do.
 *
 * @param code stable identifier such as {@code TDL-1103}, documented for users
 * @param severity how bad it is
 * @param message one sentence, without a location
 * @param location where the problem stands, if it has a place
 * @param label short text set beside the marked place, such as {@code did you mean 'dropout'?}; may be empty
 * @param notes further lines, each {@code key: text}, such as the accepted keys and the providing plugin
 */
public record Diagnostic(
        String code, Severity severity, String message, Optional<Location> location, String label, List<String> notes) {

    /** How bad a problem is. */
    public enum Severity {
        /** Nothing can be built or read. */
        ERROR,
        /** Allowed, yet probably not what was meant. */
        WARNING
    }

    /**
     * A place in a text file.
     *
     * @param file name of the file as the user gave it
     * @param line line, from 1
     * @param column column, from 1, in characters
     * @param length how many characters of the line are meant, at least 1
     * @param path the place in the document's structure, such as {@code model.encoder.cell}; may be empty
     * @param sourceLine the text of the line
     */
    public record Location(String file, int line, int column, int length, String path, String sourceLine) {}

    public Diagnostic {
        notes = List.copyOf(notes);
    }

    /** An error without a label or notes. */
    public static Diagnostic error(String code, String message, Location location) {
        return new Diagnostic(code, Severity.ERROR, message, Optional.of(location), "", List.of());
    }
}
