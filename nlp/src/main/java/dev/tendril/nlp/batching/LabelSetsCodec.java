package dev.tendril.nlp.batching;

import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A set of labels a step, [B, T, V]: 1 for those in the set.
 *
 * @param labels that have ids
 * @param cut steps that are left out
 */
public record LabelSetsCodec(Vocabulary labels, Cut cut) implements FieldCodec {
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
        return 1;
    }

    @Override
    public Row.Numbers encode(Raw raw, String where) {
        List<Set<String>> steps = cut.of(RawValues.sets(raw, where));
        float[] numbers = new float[Math.multiplyExact(steps.size(), labels.size())];
        Labels ids = new Labels(labels);
        for (int step = 0; step < steps.size(); step++) {
            ids.mark(steps.get(step), numbers, step * labels.size(), where);
        }
        return new Row.Numbers(steps.size(), numbers);
    }

    @Override
    public Sequence collate(List<Row> rows, Engine engine) {
        return NumberRows.sequences(rows, labels.size(), engine);
    }

    @Override
    public Reference.LabelSets reference(Raw raw, String where) {
        return new Reference.LabelSets(cut.of(RawValues.sets(raw, where)));
    }
}
