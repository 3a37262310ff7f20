package dev.tendril.runtime.component;

import dev.tendril.api.spi.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a component of a parameter record can hold. */
sealed interface ValueType {

    /**
     * Whole numbers.
     *
     * @param large whether it is a {@code long}, else an {@code int}
     */
    record Whole(boolean large) implements ValueType {
        @Override
        public String words() {
            return "a whole number";
        }
    }

    /** Numbers. */
    record Real() implements ValueType {
        @Override
        public String words() {
            return "a number";
        }
    }

    /** Truth values. */
    record Truth() implements ValueType {
        @Override
        public String words() {
            return "true or false";
        }
    }

    /** Text. */
    record Text() implements ValueType {
        @Override
        public String words() {
            return "text";
        }
    }

    /**
     * One of some words.
     *
     * @param type the enum, whose constants are written in lower case
     */
    record Choice(Class<?> type) implements ValueType {
        /** The words. */
        List<String> options() {
            return Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
        }

        /** The constant of a word that is among the options. */
        Object constant(String word) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(each -> word(each).equals(word))
                    .findFirst()
                    .orElseThrow();
        }

        static String word(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String words() {
            return "one of " + String.join(", ", options());
        }
    }

    /**
     * A component.
     *
     * @param kind its kind
     */
    record Component(Kind kind) implements ValueType {
        @Override
        public String words() {
            return (kind.label().matches("[aeio].*") ? "an " : "a ") + kind.label();
        }
    }

    /**
     * A record of its own.
     *
     * @param type the record
     */
    record Nested(Class<? extends Record> type) implements ValueType {
        @Override
        public String words() {
            return "a mapping";
        }
    }

    /**
     * A list.
     *
     * @param element what it holds
     */
    record Items(ValueType element) implements ValueType {
        @Override
        public String words() {
            return "a list, each " + element.words();
        }
    }

    /**
     * What may be left out.
     *
     * @param element what it holds if it is given
     */
    record Maybe(ValueType element) implements ValueType {
        @Override
        public String words() {
            return element.words();
        }
    }

    /** What may stand there, with its article. */
    String words();
}
