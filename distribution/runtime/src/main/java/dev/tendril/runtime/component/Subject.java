package dev.tendril.runtime.component;

import java.util.List;
import java.util.Optional;

/**
 * What keys belong to, in messages.
 *
 * @param noun what a key of it is called
 * @param words what it is called, such as {@code cell 'acme/peephole_lstm'}
 * @param notes further lines about it
 * @param component what it is, if it is a component
 */
public record Subject(String noun, String words, List<String> notes, Optional<RegisteredComponent> component) {
    public Subject {
        notes = List.copyOf(notes);
    }

    /** A section of the file. */
    public static Subject section(String words) {
        return new Subject("key", words, List.of(), Optional.empty());
    }

    /** A component. */
    public static Subject of(RegisteredComponent component) {
        List<String> notes = component.owner().id().equals(PluginHandle.CORE)
                ? List.of()
                : List.of("provided by: " + component.owner().label());
        return new Subject("parameter", component.label(), notes, Optional.of(component));
    }
}
