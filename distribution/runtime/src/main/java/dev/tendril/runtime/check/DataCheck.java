package dev.tendril.runtime.check;

import dev.tendril.api.DataException;
import dev.tendril.api.Diagnostic.Location;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.runtime.diagnostic.Code;
import dev.tendril.runtime.diagnostic.Similar;
import dev.tendril.runtime.spec.SplitSpec;
import dev.tendril.runtime.yaml.YamlValue;
import dev.tendril.runtime.yaml.YamlValue.Items;
import dev.tendril.runtime.yaml.YamlValue.Mapping;
import dev.tendril.runtime.yaml.YamlValue.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the readers without reading: the files they ask for exist and may be read, and they give the keys that fields name. */
final class DataCheck {
    private final Reading reading;
    private final DataPaths paths;
    private final long seed;
    private final Map<String, String> absolute = new HashMap<>();
    private final Set<String> unknownKeys = new HashSet<>();

    DataCheck(Reading reading, DataPaths paths, long seed) {
        this.reading = reading;
        this.paths = paths;
        this.seed = seed;
    }

    /** Checks every split. */
    void check(DataDraft data) {
        data.splits().forEach((name, split) -> {
            if (split instanceof SplitSpec.Readers readers) {
                YamlValue written = data.mapping().get(name).orElseThrow();
                for (int i = 0; i < readers.readers().size(); i++) {
                    YamlValue place =
                            written instanceof Items items ? items.values().get(i) : written;
                    check(readers.readers().get(i), place, data);
                }
            }
        });
    }

    /** Absolute paths that were written, as paths relative to the model file: what an archive may hold. */
    Map<String, String> relativePaths() {
        return Map.copyOf(absolute);
    }

    private void check(ComponentRef<Reader> reference, YamlValue place, DataDraft data) {
        FileRequests requests = new FileRequests(paths, seed);
        Optional<Reader> reader = make(reference, requests, place);
        requests.asked().forEach((text, path) -> {
            exists(text, path, place);
            if (path.getFileSystem().getPath(text).isAbsolute()) {
                absolute.put(text, paths.folder().relativize(path).toString().replace('\\', '/'));
            }
        });
        reader.flatMap(Reader::keys).ifPresent(keys -> keysExist(keys, data, reference));
    }

    private Optional<Reader> make(ComponentRef<Reader> reference, FileRequests requests, YamlValue place) {
        try {
            return Optional.of(Unchecked.reader(reading.registry(), reference, requests));
        } catch (DataException forbidden) {
            if (requests.refused().isEmpty()) {
                reading.problems()
                        .error(Code.MISSING_FILE, String.valueOf(forbidden.getMessage()))
                        .at(place.location())
                        .report();
            }
            requests.refused().forEach((text, why) -> reading.problems()
                    .error(Code.FORBIDDEN_FILE, String.valueOf(why.getMessage()))
                    .at(placeOf(text, place))
                    .report());
        } catch (InvalidParameter refused) {
            reading.problems()
                    .error(
                            Code.OUT_OF_RANGE,
                            "parameter '" + refused.parameter() + "' of "
                                    + reading.registry()
                                            .get(Kind.READER, reference.id())
                                            .label() + " is refused: "
                                    + refused.getMessage())
                    .at(place.location())
                    .report();
        } catch (TendrilException failure) {
            reading.problems()
                    .error(Code.COMPONENT_FAILED, String.valueOf(failure.getMessage()))
                    .at(place.location())
                    .report();
        }
        return Optional.empty();
    }

    private void exists(String text, Path path, YamlValue place) {
        if (!Files.isReadable(path)) {
            Path folder = path.getParent();
            reading.problems()
                    .error(Code.MISSING_FILE, "there is no file '" + text + "' that can be read")
                    .at(placeOf(text, place))
                    .label(Similar.question(String.valueOf(path.getFileName()), namesIn(folder)))
                    .note("folder: paths are relative to the folder of the model file")
                    .report();
        } else if (!Files.isRegularFile(path)) {
            reading.problems()
                    .error(
                            Code.MISSING_FILE,
                            "'" + text + "' is "
                                    + (Files.isDirectory(path) ? "a folder" : "a pipe or a device")
                                    + ", and no file that can be read again and again")
                    .at(placeOf(text, place))
                    .report();
        }
    }

    private static List<String> namesIn(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(1000)
                    .map(each -> String.valueOf(each.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private void keysExist(Set<String> keys, DataDraft data, ComponentRef<Reader> reader) {
        data.fields().forEach((name, field) -> field.keys().stream()
                .filter(key -> !keys.contains(key) && unknownKeys.add(name + ": " + key))
                .forEach(key -> {
                    List<String> sorted = keys.stream().sorted().toList();
                    reading.problems()
                            .error(
                                    Code.UNKNOWN_DATA_KEY,
                                    reading.registry()
                                                    .get(Kind.READER, reader.id())
                                                    .label() + " gives no key '" + key + "'")
                            .at(placeOfKey(key, data.mapping(), name))
                            .label(Similar.question(key, sorted))
                            .note("keys: " + String.join(", ", sorted))
                            .report();
                }));
    }

    private static Location placeOfKey(String key, Mapping data, String field) {
        Location usual = data.place(DataReader.FIELDS, field, "key");
        return data.get(DataReader.FIELDS)
                .flatMap(fields -> ((Mapping) fields).get(field))
                .flatMap(written -> find(key, written))
                .map(YamlValue::location)
                .orElse(usual);
    }

    private static Location placeOf(String text, YamlValue place) {
        return find(text, place).orElse(place).location();
    }

    private static Optional<YamlValue> find(String text, YamlValue value) {
        if (value instanceof Scalar scalar) {
            return scalar.text().equals(text) ? Optional.of(scalar) : Optional.empty();
        }
        List<YamlValue> inside = value instanceof Items items
                ? items.values()
                : ((Mapping) value)
                        .entries().stream().map(YamlValue.Entry::value).toList();
        return inside.stream().flatMap(each -> find(text, each).stream()).findFirst();
    }
}
