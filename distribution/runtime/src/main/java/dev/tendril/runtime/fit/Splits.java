package dev.tendril.runtime.fit;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Reader;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.SplitSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The splits of a data set. A share of a split is chosen example by example, by a random number that depends on the seed and the
 * example's number alone; the splits of one data set are therefore disjoint and the same in every run.
 */
public final class Splits {
    private final DataSpec spec;
    private final ComponentRegistry registry;
    private final ReaderContext context;

    /** The splits of a model file. */
    public Splits(DataSpec spec, ComponentRegistry registry, ReaderContext context) {
        this.spec = spec;
        this.registry = registry;
        this.context = context;
    }

    /** Whether there is a split of this name. */
    public boolean has(String split) {
        return spec.splits().containsKey(split);
    }

    /**
     * Reads a split, without what other splits took of it.
     *
     * @throws TendrilException if there is none of this name
     */
    public Reader reader(String split) {
        Reader whole = whole(split);
        double taken = takenBefore(split, "");
        return taken == 0 ? whole : chosen(whole, split, taken, 1);
    }

    private Reader whole(String name) {
        SplitSpec split = spec.splits().get(name);
        if (split == null) {
            throw new TendrilException("there is no split '" + name + "' in the model file, only "
                    + spec.splits().keySet());
        }
        if (split instanceof SplitSpec.Share share) {
            double from = takenBefore(share.of(), name);
            return chosen(whole(share.of()), share.of(), from, from + share.fraction());
        }
        List<Reader> readers = new ArrayList<>();
        ((SplitSpec.Readers) split).readers().forEach(reference -> readers.add(create(reference)));
        return readers.size() == 1 ? readers.get(0) : new JoinedReader(readers);
    }

    /** Which part of a split was taken by its shares that stand before one of them, or by all if that one is not among them. */
    private double takenBefore(String of, String share) {
        double taken = 0;
        for (Map.Entry<String, SplitSpec> split : spec.splits().entrySet()) {
            if (split.getKey().equals(share)) {
                return taken;
            }
            if (split.getValue() instanceof SplitSpec.Share other && other.of().equals(of)) {
                taken += other.fraction();
            }
        }
        return taken;
    }

    private Reader chosen(Reader whole, String split, double from, double to) {
        RandomKey key = RandomKey.of(context.seed()).with("split").with(split);
        return new ChosenReader(whole, example -> {
            double draw = context.random().uniform(key, example);
            return from <= draw && draw < to;
        });
    }

    @SuppressWarnings("unchecked")
    private Reader create(ComponentRef<Reader> reference) {
        ReaderProvider<Record> provider = registry.provider(Kind.READER, reference.id(), ReaderProvider.class);
        return provider.create(reference.parameters(), context);
    }
}
