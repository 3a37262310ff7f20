package dev.tendril.runtime.diagnostic;

import dev.tendril.api.Diagnostic;
import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.Diagnostic.Severity;
import dev.tendril.api.DiagnosticsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one file, so that all are reported at once. Used by one thread. */
public final class Problems {
    /** How many errors are reported of one file. */
    public static final int MOST = 20;

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.<Diagnostic>comparingInt(
                    each -> each.location().map(Location::line).orElse(Integer.MAX_VALUE))
            .thenComparingInt(each -> each.location().map(Location::column).orElse(Integer.MAX_VALUE));

    private final List<Diagnostic> errors = new ArrayList<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final Set<Place> taken = new HashSet<>();
    private final Set<Spot> unread = new HashSet<>();

    /** Problems of a value behind which nothing more can be said of it. */
    private static final Set<String> UNREAD = Set.of(Code.UNKNOWN_VARIABLE.id(), Code.FORBIDDEN_YAML.id());

    private record Spot(String file, int line, int column) {
        static Spot of(Location location) {
            return new Spot(location.file(), location.line(), location.column());
        }
    }

    private record Place(String code, String message, Optional<Location> location) {}

    /** Begins an error. */
    public Report error(Code code, String message) {
        return new Report(code, Severity.ERROR, message);
    }

    /** Begins a warning. */
    public Report warning(Code code, String message) {
        return new Report(code, Severity.WARNING, message);
    }

    /** Whether there is any error. */
    public boolean any() {
        return !errors.isEmpty();
    }

    /** The warnings, in the order of their places. */
    public List<Diagnostic> warnings() {
        return warnings.stream().sorted(BY_PLACE).toList();
    }

    /** The errors, in the order of their places; not more than {@link #MOST}, the last of which says how many are left out. */
    public List<Diagnostic> errors() {
        List<Diagnostic> sorted = errors.stream().sorted(BY_PLACE).toList();
        if (sorted.size() <= MOST) {
            return sorted;
        }
        List<Diagnostic> shown = new ArrayList<>(sorted.subList(0, MOST));
        shown.set(MOST - 1, withNote(shown.get(MOST - 1), "more: " + (sorted.size() - MOST) + " further problems"));
        return List.copyOf(shown);
    }

    /**
     * Ends the reading of the file if there is any error.
     *
     * @throws DiagnosticsException with all of them
     */
    public void throwIfAny() {
        if (any()) {
            throw new DiagnosticsException(errors());
        }
    }

    private static Diagnostic withNote(Diagnostic problem, String note) {
        List<String> notes = new ArrayList<>(problem.notes());
        notes.add(note);
        return new Diagnostic(
                problem.code(), problem.severity(), problem.message(), problem.location(), problem.label(), notes);
    }

    /** A value that could not even be read is not reported again for what it is not. */
    private boolean follows(Diagnostic problem) {
        Optional<Spot> spot = problem.location().map(Spot::of);
        return spot.filter(unread::contains).isPresent();
    }

    private void add(Diagnostic problem) {
        if (follows(problem)) {
            return;
        }
        if (UNREAD.contains(problem.code())) {
            problem.location().map(Spot::of).ifPresent(unread::add);
        }
        if (taken.add(new Place(problem.code(), problem.message(), problem.location()))) {
            (problem.severity() == Severity.ERROR ? errors : warnings).add(problem);
        }
    }

    /** One problem being described; {@link #report} ends it. */
    public final class Report {
        private final Code code;
        private final Severity severity;
        private final String message;
        private final List<String> notes = new ArrayList<>();
        private Optional<Location> location = Optional.empty();
        private String label = "";

        private Report(Code code, Severity severity, String message) {
            this.code = code;
            this.severity = severity;
            this.message = message;
        }

        /** Where it is. */
        public Report at(Location place) {
            location = Optional.of(place);
            return this;
        }

        /** A short text beside the marked place. */
        public Report label(String text) {
            label = text;
            return this;
        }

        /** A further line, {@code key: text}. */
        public Report note(String text) {
            notes.add(text);
            return this;
        }

        /** Further lines. */
        public Report notes(List<String> texts) {
            notes.addAll(texts);
            return this;
        }

        /** Adds the problem; one that was reported before at the same place is not added again. */
        public void report() {
            List<String> shortened = notes.stream().map(Shortened::message).toList();
            add(new Diagnostic(
                    code.id(), severity, Shortened.message(message), location, Shortened.message(label), shortened));
        }
    }
}
