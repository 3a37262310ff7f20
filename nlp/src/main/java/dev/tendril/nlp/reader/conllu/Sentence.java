package dev.tendril.nlp.reader.conllu;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Raw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence while its lines are read. */
final class Sentence {
    private static final String TEXT = "text";

    /** The columns behind the id that are read; two more follow. */
    private static final List<String> COLUMNS = List.of("form", "lemma", "upos", "xpos", "feats", "head", "deprel");

    private static final int ALL_COLUMNS = 10;
    private static final Pattern TEXT_COMMENT = Pattern.compile("#\\s*text\\s*=\\s*(.*)");
    private static final Pattern SEVERAL_WORDS_OR_THOUGHT = Pattern.compile("[0-9]+[-.][0-9]+");

    private final String where;
    private final List<List<Raw>> columns = new ArrayList<>();
    private final Map<String, Raw> values = new HashMap<>();
    private int words;

    /** An empty one that starts at a place. */
    Sentence(String where) {
        this.where = where;
        COLUMNS.forEach(column -> columns.add(new ArrayList<>()));
    }

    static Set<String> keys() {
        Set<String> keys = new HashSet<>(COLUMNS);
        keys.add(TEXT);
        return keys;
    }

    /**
     * Adds a line that is not empty.
     *
     * @throws DataException if it is neither a comment nor a word
     */
    void add(String line, String place) {
        if (!line.startsWith("#")) {
            addWord(List.of(line.split("\t", -1)), place);
            return;
        }
        Matcher text = TEXT_COMMENT.matcher(line);
        if (text.matches()) {
            values.put(TEXT, new Raw.Text(text.group(1)));
        }
    }

    private void addWord(List<String> cells, String place) {
        if (cells.size() != ALL_COLUMNS) {
            throw new DataException(
                    place,
                    "the line has " + (cells.size() == 1 ? "1 column" : cells.size() + " columns") + ", not the "
                            + ALL_COLUMNS
                            + " of CoNLL-U; divide columns by single tabs, and sentences by an empty line");
        }
        String id = cells.get(0);
        if (SEVERAL_WORDS_OR_THOUGHT.matcher(id).matches()) {
            return;
        }
        words++;
        if (!id.equals(Integer.toString(words))) {
            throw new DataException(
                    place,
                    "the word's id is '" + id + "' where " + words
                            + " should follow; words are numbered from 1, and an empty line ends a sentence");
        }
        for (int column = 0; column < COLUMNS.size(); column++) {
            String cell = cells.get(column + 1);
            if (cell.isEmpty()) {
                throw new DataException(
                        place, "the column " + COLUMNS.get(column) + " is empty; write _ for what is not known");
            }
            columns.get(column).add(new Raw.Text(cell));
        }
    }

    /**
     * The whole sentence.
     *
     * @throws DataException if it has no word
     */
    Example example() {
        if (words == 0) {
            throw new DataException(
                    where, "the sentence that starts here has no word; remove its comments, or the empty line in it");
        }
        for (int column = 0; column < COLUMNS.size(); column++) {
            values.put(COLUMNS.get(column), new Raw.Items(columns.get(column)));
        }
        return new Example(values, where);
    }
}
