package dev.tendril.nlp.batching;

import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A set of labels an example, [B, V]: 1 for those in the set.
 *
 * @param labels that have ids
 */
public record LabelSetCodec(Vocabulary labels) implements FieldCodec {
    @Override
    public Coded coded() {
        return Coded.NUMBERS;
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return Optional.of(labels);
    }

    @Override
    public int levels() {
        return 0;
    }

    @Override
    public Row.Numbers encode(Raw raw, String where) {
        float[] numbers = new float[labels.size()];
        new Labels(labels).mark(RawValues.set(raw, where), numbers, 0, where);
        return new Row.Numbers(1, numbers);
    }

    @Override
    public Sequence collate(List<Row> rows, Engine engine) {
        return NumberRows.vectors(rows, labels.size(), engine);
    }

    @Override
    public Reference.LabelSet reference(Raw raw, String where) {
        return new Reference.LabelSet(RawValues.set(raw, where));
    }
}
