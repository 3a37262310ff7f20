package dev.tendril.training;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names parameters by their paths, which are names joined by points, such as {@code encoder.cell.bias}. A pattern is names joined by
 * points too; in one of them {@code *} stands for any characters, once in a name, and {@code **} for any number of whole names, none
 * included. Where a path begins as the pattern says, the pattern names it: {@code encoder} names all parameters of that node.
 */
public final class ParameterPattern {
    private static final String ANY_NAMES = "**";
    private static final String ANY_CHARACTERS = "*";
    private static final Pattern NAME = Pattern.compile("[^.*]*\\*?[^.*]*");
    private static final int MOST_NAMES = 64;

    private final String text;
    private final List<String> names;

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a name is empty or holds more than one {@code *}, or if there are more than 64 names; says which
     */
    public ParameterPattern(String text) {
        this.text = text;
        this.names = names(text);
        if (names.size() > MOST_NAMES) {
            throw new IllegalArgumentException("a pattern has " + names.size() + " names, want at most " + MOST_NAMES);
        }
        for (String name : names) {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("pattern '" + text + "' has an empty name between its points");
            }
            if (!name.equals(ANY_NAMES) && !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("pattern '" + text + "' has more than one * in the name '" + name
                        + "'; ** stands for whole names alone");
            }
        }
    }

    private static List<String> names(String dotted) {
        return Arrays.asList(dotted.split("\\.", -1));
    }

    /** Whether it names the parameter at a path. */
    public boolean matches(String path) {
        List<String> pattern = names(text);
        boolean[] reached =
                new boolean[pattern.size() + 1]; // whether the names so far are as the first so many of the pattern say
        reached[0] = true;
        skipAnyNames(reached);
        for (String name : names(path)) {
            boolean[] next = new boolean[reached.length];
            for (int at = 0; at < names.size(); at++) {
                boolean stays = reached[at] && names.get(at).equals(ANY_NAMES);
                next[at] |= stays;
                next[at + 1] |= reached[at] && !stays && matches(names.get(at), name);
            }
            next[names.size()] |= reached[names.size()];
            skipAnyNames(next);
            reached = next;
        }
        return reached[names.size()];
    }

    private void skipAnyNames(boolean[] reached) {
        for (int at = 0; at < names.size(); at++) {
            reached[at + 1] |= reached[at] && names.get(at).equals(ANY_NAMES);
        }
    }

    private static boolean matches(String pattern, String name) {
        int star = pattern.indexOf(ANY_CHARACTERS);
        if (star < 0) {
            return pattern.equals(name);
        }
        String before = pattern.substring(0, star);
        String behind = pattern.substring(star + 1);
        return name.length() >= before.length() + behind.length() && name.startsWith(before) && name.endsWith(behind);
    }

    /** The pattern as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
