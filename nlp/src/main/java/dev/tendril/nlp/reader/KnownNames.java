package dev.tendril.nlp.reader;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists the names that stand in data, for messages about one that does not. */
public final class KnownNames {
    private static final int MOST = 20;

    private KnownNames() {}

    /**
     * What there is instead.
     *
     * @param there at least one name
     */
    public static String of(Collection<String> there) {
        String more = there.size() > MOST ? ", …" : "";
        return "there are " + there.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }
}
