package dev.tendril.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.OptionalBinder;
import dev.tendril.api.layer.Node;
import dev.tendril.api.spi.ComponentProvider;
import dev.tendril.api.spi.Kind;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.tensor.RandomSource;
import dev.tendril.runtime.component.ComponentRegistry;
import dev.tendril.tensor.TendrilEngine;
import dev.tendril.tensor.random.Philox;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a runtime binds. Every service is the default of an optional binder, so that a module given to
 * {@link Tendril.Builder#modules} replaces it:
 *
 * <pre>{@code
 * OptionalBinder.newOptionalBinder(binder(), RandomSource.class).setBinding().toInstance(mine);
 * OptionalBinder.newOptionalBinder(binder(), TendrilModule.node("encoder")).setBinding().toInstance(mine);
 * }</pre>
 *
 * <p>Services: {@link EngineSettings}, {@link RandomSource}, {@link Engine}. Nodes stand in the injector of each model, a child of the
 * runtime's; a module that replaces nodes is configured anew for each. Besides, the providers of each kind of component are bound as a
 * map by canonical id, under {@link #components}.
 */
public final class TendrilModule extends AbstractModule {
    private final ComponentRegistry registry;
    private final EngineSettings settings;
    private final AtomicBoolean madeEngine = new AtomicBoolean();

    TendrilModule(ComponentRegistry registry, EngineSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /** The key of a node of a model's graph. */
    public static Key<Node> node(String name) {
        return new Qualifiers().of(name);
    }

    /** The key of the installed providers of a kind, by canonical id. */
    public static Key<Map<String, ComponentProvider<?>>> components(Kind kind) {
        return Key.get(new TypeLiteral<Map<String, ComponentProvider<?>>>() {}, Qualifiers.components(kind));
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().disableCircularProxies();
        bind(ComponentRegistry.class).toInstance(registry);
        OptionalBinder.newOptionalBinder(binder(), EngineSettings.class)
                .setDefault()
                .toInstance(settings);
        OptionalBinder.newOptionalBinder(binder(), RandomSource.class)
                .setDefault()
                .toProvider(Philox::new)
                .in(Scopes.SINGLETON);
        Provider<EngineSettings> chosen = getProvider(EngineSettings.class);
        Provider<RandomSource> random = getProvider(RandomSource.class);
        OptionalBinder.newOptionalBinder(binder(), Engine.class)
                .setDefault()
                .toProvider(() -> engine(chosen.get(), random.get()))
                .in(Scopes.SINGLETON);
        for (Kind kind : Kind.values()) {
            bindComponents(kind);
        }
    }

    private void bindComponents(Kind kind) {
        MapBinder<String, ComponentProvider<?>> byId = MapBinder.newMapBinder(
                binder(),
                new TypeLiteral<String>() {},
                new TypeLiteral<ComponentProvider<?>>() {},
                Qualifiers.components(kind));
        registry.list(kind).forEach(component -> byId.addBinding(component.id()).toInstance(component.provider()));
    }

    /** Whether the engine is the default; otherwise it belongs to the embedding program. */
    boolean madeEngine() {
        return madeEngine.get();
    }

    private Engine engine(EngineSettings chosen, RandomSource random) {
        TendrilEngine.Builder builder = TendrilEngine.builder()
                .precision(chosen.precision())
                .threads(chosen.threads())
                .random(random);
        madeEngine.set(true);
        chosen.executor().ifPresent(builder::executor);
        return builder.build();
    }
}
