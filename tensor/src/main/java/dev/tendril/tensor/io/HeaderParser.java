package dev.tendril.tensor.io;

import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header's fixed grammar: an object whose values are {@code {"dtype", "shape", "data_offsets"}}, in any order, and perhaps
 * one {@code "__metadata__"} of strings. Anything else that JSON allows is refused.
 */
final class HeaderParser {
    private static final int MOST_TENSORS = 65_536;
    private static final int HIGHEST_RANK = 8;
    private static final String METADATA = "__metadata__";

    private final JsonScanner json;
    private final Set<String> names = new HashSet<>();
    private final List<StoredTensor> tensors = new ArrayList<>();

    private HeaderParser(String header) {
        this.json = new JsonScanner(header);
    }

    /** The tensors in the order of the header. */
    static List<StoredTensor> parse(String header) throws MalformedHeader {
        HeaderParser parser = new HeaderParser(header);
        parser.object();
        return parser.tensors;
    }

    private void object() throws MalformedHeader {
        json.expect('{');
        if (!json.accept('}')) {
            do {
                String name = json.string();
                if (!names.add(name)) {
                    throw new MalformedHeader("the name '" + name + "' occurs twice");
                }
                json.expect(':');
                if (name.equals(METADATA)) {
                    metadata();
                } else {
                    tensors.add(tensor(name));
                }
                if (tensors.size() > MOST_TENSORS) {
                    throw new MalformedHeader("there are more than " + MOST_TENSORS + " tensors");
                }
            } while (json.accept(','));
            json.expect('}');
        }
        json.expectEnd();
    }

    private void metadata() throws MalformedHeader {
        json.expect('{');
        if (json.accept('}')) {
            return;
        }
        Set<String> keys = new HashSet<>();
        do {
            String key = json.string();
            if (!keys.add(key)) {
                throw new MalformedHeader("the metadata key '" + key + "' occurs twice");
            }
            json.expect(':');
            json.string();
        } while (json.accept(','));
        json.expect('}');
    }

    private StoredTensor tensor(String name) throws MalformedHeader {
        @Nullable Precision precision = null;
        long @Nullable [] sizes = null;
        long @Nullable [] offsets = null;
        json.expect('{');
        do {
            String key = json.string();
            json.expect(':');
            if (key.equals("dtype") && precision == null) {
                precision = precision(name, json.string());
            } else if (key.equals("shape") && sizes == null) {
                sizes = json.numbers(HIGHEST_RANK);
            } else if (key.equals("data_offsets") && offsets == null) {
                offsets = json.numbers(2);
            } else {
                throw new MalformedHeader("tensor '" + name + "' has an unknown or repeated key '" + key + "'");
            }
        } while (json.accept(','));
        json.expect('}');
        if (precision == null || sizes == null || offsets == null || offsets.length != 2) {
            throw new MalformedHeader("tensor '" + name + "' wants dtype, shape and two data_offsets");
        }
        return checked(name, precision, sizes, offsets);
    }

    private static Precision precision(String name, String type) throws MalformedHeader {
        return switch (type) {
            case "F32" -> Precision.FLOAT32;
            case "F64" -> Precision.FLOAT64;
            default ->
                throw new MalformedHeader("tensor '" + name + "' has dtype '" + type + "'; F32 and F64 can be read");
        };
    }

    /** The tensor, if its shape and its range agree. */
    private static StoredTensor checked(String name, Precision precision, long[] sizes, long[] offsets)
            throws MalformedHeader {
        long bytes = StoredTensor.width(precision);
        int[] axes = new int[sizes.length];
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] > Integer.MAX_VALUE) {
                throw new MalformedHeader("tensor '" + name + "' has an axis of " + sizes[axis]);
            }
            axes[axis] = (int) sizes[axis];
            long high = Math.multiplyHigh(bytes, sizes[axis]);
            bytes *= sizes[axis];
            if (high != 0 || bytes < 0) {
                throw new MalformedHeader("tensor '" + name + "' is larger than any file");
            }
        }
        if (offsets[1] < offsets[0] || offsets[1] - offsets[0] != bytes) {
            throw new MalformedHeader("tensor '" + name + "' has " + bytes + " bytes by its shape, but its range is "
                    + offsets[0] + " to " + offsets[1]);
        }
        return new StoredTensor(name, precision, Shape.of(axes), offsets[0], offsets[1]);
    }
}
