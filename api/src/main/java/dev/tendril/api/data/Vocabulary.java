package dev.tendril.api.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The tokens a field can hold and their ids, 0…V − 1. Immutable, and made from its {@link Table} alone.
 *
 * <p>Special tokens are ordinary entries with a role: the unknown token stands for what is not in the table; begin and end mark the
 * edges of a generated sequence.
 */
public final class Vocabulary {
    private static final int SPECIALS = 3;

    private final Table table;
    private final boolean fitted;
    private final Map<String, Integer> ids;

    /**
     * The stored form of a vocabulary.
     *
     * @param tokens by id, without repetition
     * @param unknown id of the unknown token, if there is one
     * @param begin id of the begin token, if there is one
     * @param end id of the end token, if there is one
     */
    public record Table(
            List<String> tokens, Optional<Integer> unknown, Optional<Integer> begin, Optional<Integer> end) {
        public Table {
            tokens = List.copyOf(tokens);
            int size = tokens.size();
            for (Optional<Integer> special : List.of(unknown, begin, end)) {
                special.filter(id -> id < 0 || id >= size).ifPresent(id -> {
                    throw new IllegalArgumentException("special token " + id + " is outside a vocabulary of " + size);
                });
            }
        }
    }

    /**
     * The vocabulary of a table.
     *
     * @throws IllegalArgumentException if a token stands twice; names it
     */
    public Vocabulary(Table table) {
        this(table, true);
    }

    private Vocabulary(Table table, boolean fitted) {
        this.table = table;
        this.fitted = fitted;
        this.ids = new HashMap<>();
        for (int id = 0; id < table.tokens().size(); id++) {
            String token = table.tokens().get(id);
            Integer earlier = ids.put(token, id);
            if (earlier != null) {
                throw new IllegalArgumentException("token '" + token + "' stands at " + earlier + " and " + id);
            }
        }
    }

    /**
     * What stands for a vocabulary before data is read, so that a model can be made and counted. The tokens are their numbers. As
     * nobody knows yet which tokens there will be, it contains every one; those that are no number of its own share the last id.
     *
     * @param size number of tokens, V, at least 1; the first three are the unknown, begin and end token, if there are so many
     */
    public static Vocabulary unfitted(int size) {
        List<String> tokens =
                IntStream.range(0, size).mapToObj(Integer::toString).toList();
        Table table = size < SPECIALS
                ? new Table(tokens, Optional.empty(), Optional.empty(), Optional.empty())
                : new Table(tokens, Optional.of(0), Optional.of(1), Optional.of(2));
        return new Vocabulary(table, false);
    }

    /** Its stored form. */
    public Table table() {
        return table;
    }

    /** Number of tokens, V. */
    public int size() {
        return table.tokens().size();
    }

    /** The token of an id. */
    public String token(int id) {
        return table.tokens().get(id);
    }

    /** The id of a token; that of the unknown token if it is not known and there is one; else empty. */
    public OptionalInt id(String token) {
        Integer id = ids.get(token);
        if (id == null) {
            id = fitted ? table.unknown().orElse(null) : Integer.valueOf(size() - 1);
        }
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Whether a token has an entry of its own; an {@linkplain #unfitted unfitted} vocabulary says so of every token. */
    public boolean contains(String token) {
        return !fitted || ids.containsKey(token);
    }

    /** Id of the begin token. */
    public int begin() {
        return table.begin().orElseThrow(() -> new IllegalStateException("this vocabulary has no begin token"));
    }

    /** Id of the end token. */
    public int end() {
        return table.end().orElseThrow(() -> new IllegalStateException("this vocabulary has no end token"));
    }

    /** Whether an id is the unknown, begin or end token. */
    public boolean special(int id) {
        return table.unknown().filter(it -> it == id).isPresent()
                || table.begin().filter(it -> it == id).isPresent()
                || table.end().filter(it -> it == id).isPresent();
    }
}
