package dev.tendril.tensor.io;

import java.util.Arrays;

/** Reads the few kinds of JSON value a header is made of, one after the other. Never recurses. */
final class JsonScanner {
    private final String text;
    private int at;

    JsonScanner(String text) {
        this.text = text;
    }

    /** Skips white space, and one character if it is the one asked for. */
    boolean accept(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char wanted) throws MalformedHeader {
        if (!accept(wanted)) {
            throw wrong("want '" + wanted + "'");
        }
    }

    void expectEnd() throws MalformedHeader {
        skipSpace();
        if (at != text.length()) {
            throw wrong("want nothing more");
        }
    }

    String string() throws MalformedHeader {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (true) {
            char next = next();
            if (next == '"') {
                return string.toString();
            }
            if (next < ' ') {
                throw wrong("a string holds a control character");
            }
            string.append(next == '\\' ? escaped() : next);
        }
    }

    /** An array of at most so many whole numbers from 0. */
    long[] numbers(int most) throws MalformedHeader {
        long[] numbers = new long[most];
        int count = 0;
        expect('[');
        if (accept(']')) {
            return new long[0];
        }
        do {
            if (count == most) {
                throw wrong("an array has more than " + most + " numbers");
            }
            numbers[count++] = number();
        } while (accept(','));
        expect(']');
        return Arrays.copyOf(numbers, count);
    }

    private long number() throws MalformedHeader {
        skipSpace();
        int start = at;
        long number = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            int digit = text.charAt(at++) - '0';
            if (number > (Long.MAX_VALUE - digit) / 10) {
                throw wrong("a number is too large");
            }
            number = number * 10 + digit;
        }
        if (at == start || (at - start > 1 && text.charAt(start) == '0')) {
            throw wrong("want a whole number from 0");
        }
        return number;
    }

    private char escaped() throws MalformedHeader {
        char kind = next();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("unknown escape '\\" + kind + "'");
        };
    }

    private char unicode() throws MalformedHeader {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char digit = next();
            int number = digit < 128 ? Character.digit(digit, 16) : -1;
            if (number < 0) {
                throw wrong("want four hexadecimal digits");
            }
            value = value * 16 + number;
        }
        return (char) value;
    }

    private char next() throws MalformedHeader {
        if (at == text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at++);
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private MalformedHeader wrong(String what) {
        return new MalformedHeader("malformed at character " + at + ": " + what);
    }
}
