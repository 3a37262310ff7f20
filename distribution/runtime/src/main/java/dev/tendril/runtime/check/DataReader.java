package dev.tendril.runtime.check;

import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import dev.tendril.runtime.component.Binder;
import dev.tendril.runtime.component.BoundComponent;
import dev.tendril.runtime.component.Subject;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.FieldSpec;
import dev.tendril.runtime.spec.SplitSpec;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Entry;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code data}: splits and fields. */
final class DataReader {
    static final String FIELDS = "fields";
    static final List<String> SPLITS = List.of(DataSpec.TRAIN, DataSpec.VALIDATION, DataSpec.TEST);

    /** What stands in the section. */
    static final List<Key> KEYS = List.of(
            new Key(DataSpec.TRAIN, true, "The split that is learnt from: a reader, or a list of readers."),
            new Key(
                    DataSpec.VALIDATION,
                    false,
                    "The split that is judged after every epoch: readers, or a share of another."),
            new Key(DataSpec.TEST, false, "The split that is judged at the end: readers, or a share of another."),
            new Key(FIELDS, true, "What the graph sees of the examples: a field by each name."));

    private static final String PATH = TopLevel.DATA;

    private final Reading reading;
    private final FieldReader fieldReader;

    DataReader(Reading reading) {
        this.reading = reading;
        this.fieldReader = new FieldReader(reading);
    }

    /**
     * Parameters of the split {@code {type: share, …}}.
     *
     * @param of the other split
     * @param fraction of its examples
     */
    record ShareParameters(
            @Param("The split that gives examples away.") String of,

            @Param("Which part of its examples.") @Range(min = 0, minExclusive = true, max = 1, maxExclusive = true)
            double fraction) {}

    /**
     * Reads the section.
     *
     * @param trainRequired whether there must be something to learn from; not so in an archive
     */
    DataDraft read(Mapping data, boolean trainRequired) {
        reading.binder().closed(data, Key.names(KEYS), Key.accepted(KEYS), Subject.section(PATH));
        Map<String, SplitSpec> splits = new LinkedHashMap<>();
        boolean whole = splits(data, splits);
        if (trainRequired && data.get(DataSpec.TRAIN).isEmpty()) {
            missing(data, DataSpec.TRAIN, "a reader, or a list of readers");
            whole = false;
        }
        Mapping fields = fields(data);
        Map<String, FieldSpec> read = fieldReader.read(fields);
        Map<String, Scalar> names = new LinkedHashMap<>();
        fields.entries().forEach(entry -> names.put(entry.key().text(), entry.key()));
        return new DataDraft(data, splits, read, names, whole && read.size() == names.size() && !names.isEmpty());
    }

    private boolean splits(Mapping data, Map<String, SplitSpec> splits) {
        boolean whole = true;
        for (String name : SPLITS) {
            Optional<YamlValue> written = data.get(name);
            if (written.isPresent()) {
                Optional<SplitSpec> split = split(name, written.get());
                split.ifPresent(each -> splits.put(name, each));
                whole &= split.isPresent();
            }
        }
        return sharesExist(data, splits) && whole;
    }

    private void missing(Mapping data, String key, String what) {
        reading.problems()
                .error(Code.MISSING_KEY, "key '" + key + "' of data is not given")
                .at(data.location())
                .label("add '" + key + "'")
                .note(key + ": " + what)
                .report();
    }

    private Optional<SplitSpec> split(String name, YamlValue value) {
        String path = Binder.join(PATH, name);
        if (value instanceof Items items) {
            return readers(items.values(), path);
        }
        if (value instanceof Mapping mapping && isShare(mapping) && !name.equals(DataSpec.TRAIN)) {
            Optional<ShareParameters> share = reading.binder()
                    .record(ShareParameters.class, mapping, Subject.section("a share"), Set.of(Binder.TYPE), path);
            return share.map(each -> new SplitSpec.Share(each.of(), each.fraction()));
        }
        return readers(List.of(value), path);
    }

    private static boolean isShare(Mapping mapping) {
        return mapping.get(Binder.TYPE).orElse(null) instanceof Scalar type
                && type.text().equals(Binder.SHARE);
    }

    private Optional<SplitSpec> readers(List<YamlValue> values, String path) {
        List<ComponentRef<Reader>> readers = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Optional<BoundComponent> reader =
                    reading.binder().component(Kind.READER, values.get(i), path + "[" + i + "]");
            reader.ifPresent(each -> readers.add(each.as()));
        }
        return readers.isEmpty() || readers.size() < values.size()
                ? Optional.empty()
                : Optional.of(new SplitSpec.Readers(readers));
    }

    private boolean sharesExist(Mapping data, Map<String, SplitSpec> splits) {
        boolean exist = true;
        for (Map.Entry<String, SplitSpec> split : List.copyOf(splits.entrySet())) {
            if (split.getValue() instanceof SplitSpec.Share share && !givesAway(data, share.of(), split.getKey())) {
                splits.remove(split.getKey());
                exist = false;
            }
        }
        return exist;
    }

    private boolean givesAway(Mapping data, String of, String taker) {
        boolean other = !of.equals(taker) && SPLITS.contains(of);
        boolean readers = other
                && data.get(of).isPresent()
                && !(data.get(of).get() instanceof Mapping mapping && isShare(mapping));
        if (!readers) {
            List<String> givers = SPLITS.stream()
                    .filter(split -> !split.equals(taker) && data.get(split).isPresent())
                    .toList();
            reading.problems()
                    .error(Code.UNKNOWN_NAME, "a share of '" + of + "', which is no split with a reader")
                    .at(data.place(taker, "of"))
                    .label(Similar.question(of, givers))
                    .report();
        }
        return readers;
    }

    private Mapping fields(Mapping data) {
        Optional<YamlValue> written = data.get(FIELDS);
        if (written.isPresent()
                && written.get() instanceof Mapping mapping
                && !mapping.entries().isEmpty()) {
            mapping.entries().stream().map(Entry::key).forEach(key -> Names.check(key, "field", reading.problems()));
            return mapping;
        }
        if (written.isEmpty()) {
            missing(data, FIELDS, "what the graph sees of the examples");
        } else {
            reading.problems()
                    .error(
                            Code.WRONG_TYPE,
                            "'fields' must be a mapping from names to fields, not "
                                    + written.get().kind())
                    .at(written.get().location())
                    .report();
        }
        return Mapping.of(List.of(), data.location(), false);
    }
}
