package dev.tendril.runtime.diagnostic;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.Diagnostic.Location;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Prints problems as text without colour: the message, the place, the line with the place marked, and notes.
 *
 * <pre>
 * error[TDL-1103]: unknown parameter 'droput' for cell 'acme/peephole_lstm'
 *   --&gt; model.yaml:14:7  (model.encoder.cell)
 *    |
 * 14 |       droput: 0.2
 *    |       ^^^^^^ did you mean 'dropout'?
 *    = accepted: units (required), dropout, gate
 * </pre>
 */
public final class DiagnosticRenderer {
    /** A longer line is shown in part. */
    private static final int WIDEST_LINE = 160;

    private static final String MORE = "…";

    private DiagnosticRenderer() {}

    /** Several problems, an empty line between two; ends with a line break. */
    public static String render(List<Diagnostic> problems) {
        return problems.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n"));
    }

    /** One problem; ends with a line break. */
    public static String render(Diagnostic problem) {
        StringBuilder text = new StringBuilder()
                .append(problem.severity().name().toLowerCase(Locale.ROOT))
                .append('[')
                .append(problem.code())
                .append("]: ")
                .append(visible(problem.message()))
                .append('\n');
        String margin = problem.location()
                .map(place -> " ".repeat(Integer.toString(place.line()).length()))
                .orElse("");
        problem.location().ifPresent(place -> appendPlace(text, place, problem.label(), margin));
        if (problem.location().isEmpty() && !problem.label().isEmpty()) {
            appendNote(text, margin, problem.label());
        }
        problem.notes().forEach(note -> appendNote(text, margin, note));
        return text.toString();
    }

    /** A text of a file must not command the terminal or turn it round: what is not to be seen becomes U+FFFD. */
    private static String visible(String text) {
        return text.codePoints()
                .map(each -> hidden(each) ? 0xFFFD : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean hidden(int character) {
        int type = Character.getType(character);
        return character != '\n'
                && character != '\t'
                && (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE);
    }

    private static void appendNote(StringBuilder text, String margin, String note) {
        String continued = "\n" + margin + "   ";
        text.append(margin)
                .append(" = ")
                .append(visible(note.strip()).replace("\n", continued))
                .append('\n');
    }

    private static void appendPlace(StringBuilder text, Location place, String label, String margin) {
        text.append(margin).append("--> ").append(place.file()).append(':').append(place.line());
        text.append(':').append(place.column());
        text.append(place.path().isEmpty() ? "" : "  (" + visible(place.path()) + ")")
                .append('\n');
        Excerpt excerpt = Excerpt.of(place);
        text.append(margin).append(" |\n");
        text.append(place.line())
                .append(" | ")
                .append(visible(excerpt.line().stripTrailing()))
                .append('\n');
        text.append(margin).append(" | ").append(excerpt.indent()).append("^".repeat(excerpt.marked()));
        text.append(label.isEmpty() ? "" : " " + visible(label)).append('\n');
    }

    /**
     * The part of a line that is shown.
     *
     * @param line its text
     * @param indent white space as wide as what stands before the marked place
     * @param marked characters that are marked
     */
    private record Excerpt(String line, String indent, int marked) {

        static Excerpt of(Location place) {
            int[] characters = place.sourceLine().codePoints().toArray();
            int start = Math.min(Math.max(place.column() - 1, 0), characters.length);
            int from = start > WIDEST_LINE / 2 && characters.length > WIDEST_LINE ? start - WIDEST_LINE / 2 : 0;
            int to = Math.min(characters.length, from + WIDEST_LINE);
            String before = from > 0 ? MORE : "";
            String after = to < characters.length ? MORE : "";
            String indent = before + new String(characters, from, start - from);
            int marked = Math.max(1, Math.min(place.length(), to - start));
            return new Excerpt(before + new String(characters, from, to - from) + after, blank(indent), marked);
        }

        private static String blank(String text) {
            return text.codePoints().mapToObj(each -> each == '\t' ? "\t" : " ").collect(Collectors.joining());
        }
    }
}
