package dev.tendril.tensor;

import dev.tendril.api.tensor.Parameter;
import java.util.List;

/**
 * What people call the known tensors of a step.
 *
 * @param place what the paths of all its parameters begin with; empty if nothing
 * @param names of the tensors: of a parameter the rest of its path
 */
record KnownNames(String place, List<String> names) {
    KnownNames {
        names = List.copyOf(names);
    }

    static KnownNames of(List<EngineTensor> known) {
        List<String> paths = known.stream()
                .filter(Parameter.class::isInstance)
                .map(tensor -> ((Parameter) tensor).path())
                .toList();
        String place = paths.stream()
                .map(KnownNames::parent)
                .reduce(KnownNames::common)
                .orElse("");
        int skipped = place.isEmpty() ? 0 : place.length() + 1;
        List<String> names = known.stream()
                .map(tensor ->
                        tensor instanceof Parameter parameter ? parameter.path().substring(skipped) : "a constant")
                .toList();
        return new KnownNames(place, names);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static String common(String one, String other) {
        String shared = one;
        while (!(other + ".").startsWith(shared + ".") && !shared.isEmpty()) {
            shared = parent(shared);
        }
        return shared;
    }
}
