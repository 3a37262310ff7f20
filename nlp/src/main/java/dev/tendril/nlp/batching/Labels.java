package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.Vocabulary;
import java.util.List;

/**
 * The ids of labels.
 *
 * @param vocabulary of all labels
 */
record Labels(Vocabulary vocabulary) {
    private static final int SHOWN = 10;

    /** The id of a label, which has one. */
    int id(String label, String where) {
        return vocabulary.id(label).orElseThrow(() -> new DataException(where, unknown(label)));
    }

    private String unknown(String label) {
        List<String> labels = vocabulary.table().tokens();
        String known = String.join(", ", labels.subList(0, Math.min(SHOWN, labels.size())));
        return "label '" + label + "' does not occur in the training split, whose " + labels.size() + " labels are "
                + known + (labels.size() > SHOWN ? ", …" : "");
    }

    /** A number for every label, 1 for those in a set and 0 for all others, from a position on. */
    void mark(Iterable<String> set, float[] numbers, int from, String where) {
        for (String label : set) {
            numbers[from + id(label, where)] = 1;
        }
    }
}
