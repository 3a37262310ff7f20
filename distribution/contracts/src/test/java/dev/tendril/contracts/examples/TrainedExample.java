package dev.tendril.contracts.examples;

import dev.tendril.api.CancellationToken;
import dev.tendril.api.data.Batch;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.ExampleStream;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Lengths;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Reader;
import dev.tendril.api.data.Sequence;
import dev.tendril.api.data.Value;
import dev.tendril.api.model.Input;
import dev.tendril.api.tensor.Ids;
import dev.tendril.nlp.batching.EncodedDataSet;
import dev.tendril.runtime.Tendril;
import dev.tendril.runtime.TrainOptions;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.RuntimeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An example, trained small.
 *
 * @param file where it stands
 * @param tendril it was trained by
 * @param model that came of it
 */
record TrainedExample(ExampleFile file, Tendril tendril, RuntimeModel model) implements AutoCloseable {
    private static final int ROWS = 7;

    /** Trains an example with so many threads. */
    static TrainedExample of(ExampleFile file, LoadOptions options, int threads) {
        Tendril tendril = Tendril.builder().threads(threads).build();
        TrainOptions training = TrainOptions.defaults().withLoad(options);
        return new TrainedExample(file, tendril, (RuntimeModel)
                tendril.train(file.path(), training).model());
    }

    ModelParts parts() {
        return model.parts();
    }

    /** A ragged batch of validation data, of one row every text is empty. */
    Batch batch() {
        EncodedDataSet data = EncodedDataSet.read(
                reader(), parts().fields().encoders(List.of()), parts().engine(), new CancellationToken());
        Batch batch = data.batch(IntStream.range(0, Math.min(ROWS, data.size())).toArray());
        Map<String, Value> fields = new LinkedHashMap<>();
        batch.fields().forEach((name, value) -> fields.put(name, value.levels() == 1 ? emptied(value) : value));
        return new Batch(batch.examples(), fields);
    }

    private static Value emptied(Value value) {
        int row = value.rows() / 2;
        if (value instanceof Sequence numbers) { // padding may hold anything
            int[] kept = numbers.lengths().get(0).toArray();
            kept[row] = 0;
            return Sequence.of(numbers.values(), Lengths.of(kept));
        }
        IdSequence ids = (IdSequence) value;
        return emptied(ids, row);
    }

    private static IdSequence emptied(IdSequence value, int row) {
        int steps = value.shape().size(1);
        int[] ids = value.ids().toArray();
        Arrays.fill(ids, row * steps, (row + 1) * steps, 0);
        int[] lengths = value.lengths().get(0).toArray();
        lengths[row] = 0;
        return new IdSequence(Ids.of(value.shape(), ids), List.of(Lengths.of(lengths)));
    }

    /** Validation data as a caller asks about it. */
    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        try (ExampleStream examples = reader().open()) {
            while (examples.hasNext() && inputs.size() < ROWS) {
                inputs.add(input(examples.next()));
            }
        }
        return inputs;
    }

    private Input input(Example example) {
        Map<String, Raw> fields = new LinkedHashMap<>();
        for (String field : model.inputs()) {
            Raw raw = parts().fields().get(field).place().source().value(example);
            fields.put(field, raw);
        }
        return new Input(fields);
    }

    private Reader reader() {
        return tendril.data(model, "validation", file.folder(), LoadOptions.none());
    }

    @Override
    public void close() {
        model.close();
        tendril.close();
    }
}
