package dev.tendril.runtime;

import dev.tendril.api.TendrilException;
import dev.tendril.api.data.Reader;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.spi.ReaderContext;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.DataPaths;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.component.RecordTrees;
import dev.tendril.runtime.component.RegisteredComponent;
import dev.tendril.runtime.fit.SourceContext;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.spec.SplitSpec;
import dev.tendril.runtime.train.Workbench;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model file chose, changed in part: another search, other files. */
final class Variations {
    private static final String FILES = "files";

    private final Workbench workbench;
    private final ComponentRegistry registry;
    private final RecordTrees trees;

    Variations(Workbench workbench) {
        this.workbench = workbench;
        this.registry = workbench.registry();
        this.trees = new RecordTrees(registry);
    }

    /** A search by name; what is not given is as the model's own search has it, if that is the same, else as by default. */
    ComponentRef<Search> search(CheckedModel model, String name, Map<String, ?> parameters) {
        RegisteredComponent component = registry.find(Kind.SEARCH, name)
                .orElseThrow(() -> new TendrilException("no search is named '" + name + "'"));
        Map<String, Object> tree = new LinkedHashMap<>();
        model.spec()
                .decoding()
                .filter(own -> own.id().equals(component.id()))
                .ifPresent(own -> tree.putAll(trees.write(own.parameters())));
        tree.putAll(parameters);
        return ComponentRef.of(component.id(), trees.read(component.provider().parameters(), tree));
    }

    /** The first reader of the training split, made to read other files. */
    Reader reader(ModelParts model, List<Path> files) {
        List<String> names = files.stream().map(Path::toString).toList();
        DataPaths paths = new DataPaths(Path.of(""), List.of(), Set.copyOf(names));
        SourceContext context = new SourceContext(
                paths, workbench.random(), model.checked().spec().seed());
        return reader(trainingReader(model), names, context);
    }

    private ComponentRef<Reader> trainingReader(ModelParts model) {
        SplitSpec training = workbench
                .checked(model, Path.of(""), LoadOptions.archived())
                .spec()
                .data()
                .splits()
                .get(DataSpec.TRAIN);
        if (training instanceof SplitSpec.Readers own) {
            return own.readers().get(0);
        }
        throw new IllegalStateException("the training split is always read");
    }

    @SuppressWarnings("unchecked") // the record is made for the provider
    private Reader reader(ComponentRef<Reader> like, List<String> files, ReaderContext context) {
        RegisteredComponent component = registry.get(Kind.READER, like.id());
        Map<String, Object> tree = new LinkedHashMap<>(trees.write(like.parameters()));
        if (!tree.containsKey(FILES)) {
            throw new TendrilException("the model was trained on what '" + component.id()
                    + "' gives, which takes no list of files; judge it on a split of its model file");
        }
        tree.put(FILES, files);
        return ((ReaderProvider<Record>) component.provider())
                .create(trees.read(component.provider().parameters(), tree), context);
    }
}
