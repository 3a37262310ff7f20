package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.OptionalInt;

/**
 * A class label as one id an example, [B]. The label is the whole text, white space included.
 *
 * @param vocabulary of all labels
 */
public record LabelCodec(Vocabulary vocabulary) implements FieldCodec {
    private static final int SHOWN = 10;

    @Override
    public int levels() {
        return 0;
    }

    @Override
    public int[] encode(Raw raw, String where) {
        String label = RawTexts.text(raw, where);
        OptionalInt id = vocabulary.id(label);
        return new int[] {id.orElseThrow(() -> new DataException(where, unknown(label)))};
    }

    @Override
    public IdSequence collate(List<int[]> rows) {
        return IdSequence.single(rows.stream().mapToInt(row -> row[0]).toArray());
    }

    @Override
    public Reference.Label reference(Raw raw, String where) {
        return new Reference.Label(RawTexts.text(raw, where));
    }

    private String unknown(String label) {
        List<String> labels = vocabulary.table().tokens();
        String known = String.join(", ", labels.subList(0, Math.min(SHOWN, labels.size())));
        return "label '" + label + "' does not occur in the training split, whose " + labels.size() + " labels are "
                + known + (labels.size() > SHOWN ? ", …" : "");
    }
}
