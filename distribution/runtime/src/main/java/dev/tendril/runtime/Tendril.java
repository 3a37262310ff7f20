package dev.tendril.runtime;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import dev.tendril.api.CancellationToken;
import dev.tendril.api.cell.CellPlan;
import dev.tendril.api.data.FitContext;
import dev.tendril.api.data.Reader;
import dev.tendril.api.decoding.Search;
import dev.tendril.api.model.Model;
import dev.tendril.api.spi.ComponentRef;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.Precision;
import dev.tendril.api.tensor.RandomKey;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.runtime.archive.ArchiveFile;
import dev.tendril.runtime.check.CheckedModel;
import dev.tendril.runtime.check.LoadOptions;
import dev.tendril.runtime.check.ParameterCounter;
import dev.tendril.runtime.check.Specs;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.runtime.explain.Explanation;
import dev.tendril.runtime.explain.MemoryEstimate;
import dev.tendril.runtime.fit.Fitting;
import dev.tendril.runtime.model.ModelArchive;
import dev.tendril.runtime.model.ModelParts;
import dev.tendril.runtime.model.RuntimeModel;
import dev.tendril.runtime.plugin.AllowList;
import dev.tendril.runtime.plugin.InstalledPlugins;
import dev.tendril.runtime.plugin.PluginDiscovery;
import dev.tendril.runtime.plugin.PluginSources;
import dev.tendril.runtime.spec.DataSpec;
import dev.tendril.runtime.train.Judgement;
import dev.tendril.runtime.train.MemoryMeter;
import dev.tendril.runtime.train.Observers;
import dev.tendril.runtime.train.TrainingPipeline;
import dev.tendril.runtime.train.Workbench;
import dev.tendril.runtime.wiring.DryCounter;
import dev.tendril.runtime.wiring.GraphFactory;
import dev.tendril.runtime.wiring.GuiceErrors;
import dev.tendril.runtime.wiring.ProductCounter;
import dev.tendril.runtime.wiring.Rehearsal;
import dev.tendril.runtime.wiring.UserModules;
import dev.tendril.tensor.TendrilEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * The runtime: components, an engine, and the way from model files to models. Any number of runtimes may live side by side; nothing is
 * shared between them. Thread-safe. Closing it ends its threads and closes its plugins; its models cannot be used afterwards.
 */
public final class Tendril implements AutoCloseable {
    private final InstalledPlugins plugins;
    private final ComponentRegistry registry;
    private final Engine engine;
    private final boolean ownEngine;
    private final Workbench workbench;

    private Tendril(Builder builder) {
        plugins = PluginDiscovery.discover(builder.sources);
        try {
            registry = ComponentRegistry.of(plugins.plugins(), plugins.broken());
            plugins.closeAllBut(registry.plugins());
            UserModules modules = new UserModules(builder.modules, new Qualifiers());
            TendrilModule services = new TendrilModule(registry, builder.settings);
            Injector injector = GuiceErrors.translating(
                    () -> Guice.createInjector(Stage.DEVELOPMENT, services, modules.services()));
            RandomSource random = GuiceErrors.translating(() -> injector.getInstance(RandomSource.class));
            engine = GuiceErrors.translating(() -> injector.getInstance(Engine.class));
            ownEngine = services.madeEngine();
            GraphFactory graphs = new GraphFactory(injector, registry, modules, new Qualifiers(), engine);
            workbench = new Workbench(registry, graphs, engine, random);
        } catch (RuntimeException failure) {
            plugins.close();
            throw failure;
        }
    }

    /** Starts with the components on the class path and an engine of {@link EngineSettings#defaults}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Chooses what a runtime is made of. */
    public static final class Builder {
        private PluginSources sources = PluginSources.classPathOnly();
        private EngineSettings settings = EngineSettings.defaults();
        private final List<Module> modules = new ArrayList<>();

        private Builder() {}

        /** Looks for plugins in a folder too: one folder in it a plugin. */
        public Builder plugins(Path folder) {
            List<Path> folders = new ArrayList<>(sources.folders());
            folders.add(folder);
            sources = sources.withFolders(folders);
            return this;
        }

        /** Looks for plugins, {@code core} among them, on the class path of this loader. */
        public Builder classPathPlugins(ClassLoader loader) {
            sources = sources.withClassPath(loader);
            return this;
        }

        /**
         * Loads jars from plugin folders only if they are known.
         *
         * @param digests SHA-256 digests, in hexadecimal
         */
        public Builder allowList(Set<String> digests) {
            sources = sources.withAllowedJars(digests);
            return this;
        }

        /**
         * Loads jars from plugin folders only if a file lists them.
         *
         * @param file one SHA-256 digest a line, see {@link AllowList}
         * @throws dev.tendril.api.DataException if it cannot be read
         */
        public Builder allowList(Path file) {
            return allowList(AllowList.read(file));
        }

        /** How numbers are stored; float32 by default. */
        public Builder precision(Precision precision) {
            settings = new EngineSettings(precision, settings.threads(), settings.executor());
            return this;
        }

        /** How many threads compute at once, the caller's included; all processors by default. */
        public Builder threads(int threads) {
            settings = new EngineSettings(settings.precision(), threads, settings.executor());
            return this;
        }

        /** Lends threads: the engine makes none of its own. */
        public Builder executor(Executor executor) {
            settings = new EngineSettings(settings.precision(), settings.threads(), Optional.of(executor));
            return this;
        }

        /** Replaces services and nodes; see {@link TendrilModule}. */
        public Builder modules(Module... more) {
            modules.addAll(List.of(more));
            return this;
        }

        /**
         * Makes the runtime.
         *
         * @throws dev.tendril.api.TendrilException if plugins or modules do not fit
         */
        public Tendril build() {
            return new Tendril(this);
        }
    }

    /** The installed components. */
    public ComponentRegistry components() {
        return registry;
    }

    /** What was found of plugins, and what is wrong with it. */
    public InstalledPlugins plugins() {
        return plugins;
    }

    /** The engine; {@link Engine#describe()} says how it computes. */
    public Engine engine() {
        return engine;
    }

    /** Counts the parameters of checked models without allocating them. */
    public ParameterCounter parameterCounter() {
        return new DryCounter(workbench.graphs(), registry);
    }

    /**
     * Checks a model file.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem found
     */
    public CheckedModel validate(Path file) {
        return validate(file, LoadOptions.none());
    }

    /**
     * Checks a model file with what the operator adds.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem found
     */
    public CheckedModel validate(Path file, LoadOptions options) {
        return Specs.load(file, registry, options, parameterCounter());
    }

    /**
     * Loads a model.
     *
     * @throws dev.tendril.api.DataException if the archive is missing, damaged, or needs plugins that are not installed
     */
    public Model load(Path archive) {
        return load(archive.toString(), ArchiveFile.read(archive));
    }

    /**
     * Loads a model from the bytes of an archive.
     *
     * @throws dev.tendril.api.DataException if it is damaged, or needs plugins that are not installed
     */
    public Model load(byte[] archive) {
        return load("the given archive", archive.clone());
    }

    private Model load(String name, byte[] archive) {
        return new ModelArchive(registry, workbench.graphs(), engine).load(name, archive);
    }

    /**
     * Trains a model on the calling thread.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem of the file
     */
    public TrainingResult train(Path file, TrainOptions options) {
        return training(file, options).run();
    }

    /**
     * Checks a model file that is to be trained.
     *
     * @throws dev.tendril.api.DiagnosticsException with every problem of the file
     */
    public TrainingJob training(Path file, TrainOptions options) {
        return training(validate(file, options.load()), options);
    }

    /** A training of a checked model file. */
    public TrainingJob training(CheckedModel checked, TrainOptions options) {
        Observers observers = new Observers(options.listener(), options.cancellation(), options.checkpoints());
        return new TrainingJob(checked, new TrainingPipeline(workbench, checked, observers));
    }

    /**
     * Judges a model on a split of its model file.
     *
     * @param folder that paths in the model file are relative to
     * @param options what the operator adds to the model file, such as other data
     * @return values by metric, {@code loss} first
     * @throws dev.tendril.api.TendrilException if there is no such split, or its data does not fit
     */
    public Map<String, Double> evaluate(Model model, String split, Path folder, LoadOptions options) {
        ModelParts parts = own(model).parts();
        CheckedModel checked = workbench.checked(parts, folder, options);
        return new Judgement(parts.judgedBy(checked))
                .of(workbench.splits(checked).reader(split), new CancellationToken());
    }

    /**
     * Judges a model on data.
     *
     * @param data with the keys that the model's fields name
     * @return values by metric, {@code loss} first
     */
    public Map<String, Double> evaluate(Model model, Reader data, CancellationToken cancellation) {
        return new Judgement(own(model).parts()).of(data, cancellation);
    }

    /**
     * The data of a split of a model's file.
     *
     * @param folder that paths in the model file are relative to
     * @param options what the operator adds to the model file
     */
    public Reader data(Model model, String split, Path folder, LoadOptions options) {
        return workbench.splits(own(model).parts(), folder, options).reader(split);
    }

    /**
     * A reader like that of a model's training split, over other files.
     *
     * @throws dev.tendril.api.TendrilException if the model was not trained on files
     */
    public Reader data(Model model, List<Path> files) {
        return new Variations(workbench).reader(own(model).parts(), files);
    }

    /**
     * A search for {@link dev.tendril.api.model.SessionOptions}.
     *
     * @param name of an installed search, such as {@code beam}
     * @param parameters by their names in YAML; others are those of the model's own search, if it is the same, or the defaults
     * @throws dev.tendril.api.TendrilException if there is none of that name, or the parameters do not fit
     */
    public ComponentRef<Search> search(Model model, String name, Map<String, ?> parameters) {
        return new Variations(workbench).search(own(model).parts().checked(), name, parameters);
    }

    /**
     * A checked model with numbers in place of the sizes that its training split decides, which is read for that.
     *
     * @throws dev.tendril.api.DataException if it cannot be read
     */
    public CheckedModel bound(CheckedModel checked) {
        Reader training = workbench.splits(checked).reader(DataSpec.TRAIN);
        FitContext context = new FitContext(
                workbench.engine().random(), RandomKey.of(checked.spec().seed()).with("fit"), new CancellationToken());
        Map<String, Long> sizes = Fitting.fit(checked.spec().data(), registry, training, engine, context)
                .fields()
                .sizes();
        return Specs.bind(checked, registry, sizes);
    }

    /**
     * How Tendril's engine runs the recurrences of a model in training: found by one step on a made-up example, on an engine of its own.
     * {@link Engine#plans()} tells the same of what has been run already.
     *
     * @param model whose sizes are numbers, see {@link #bound}
     */
    public List<CellPlan> plans(CheckedModel model) {
        try (Engine own =
                TendrilEngine.builder().precision(engine.precision()).threads(1).build()) {
            return new Rehearsal(workbench.graphs(), own).plans(model);
        }
    }

    /** What a checked model is, in words and pictures; its multiply-adds are counted by computing a made-up example. */
    public Explanation explain(CheckedModel model) {
        try (ProductCounter products = new ProductCounter(workbench.graphs(), registry)) {
            return new Explanation(model, registry, parameterCounter(), products);
        }
    }

    /**
     * What training a model keeps in memory, estimated by two small steps on made-up examples.
     *
     * @param model whose sizes are numbers, see {@link #bound}
     * @param steps of every sequence
     */
    public MemoryEstimate memory(CheckedModel model, int steps) {
        return new MemoryMeter(workbench, model).estimate(steps);
    }

    /** What the file of a model says, its sizes being numbers. */
    public CheckedModel checked(Model model) {
        return own(model).parts().checked();
    }

    private static RuntimeModel own(Model model) {
        if (model instanceof RuntimeModel own) {
            return own;
        }
        throw new IllegalArgumentException(
                "this model was not made by Tendril: " + model.getClass().getName());
    }

    /** Ends the engine's threads, if it is the runtime's own, and closes the plugins. Closing twice changes nothing. */
    @Override
    public void close() {
        if (ownEngine) {
            engine.close();
        }
        plugins.close();
    }
}
