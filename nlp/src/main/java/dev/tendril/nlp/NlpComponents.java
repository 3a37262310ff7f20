package dev.tendril.nlp;

import dev.tendril.api.spi.MetricProvider;
import dev.tendril.api.spi.Plugin;
import dev.tendril.api.spi.ReaderProvider;
import dev.tendril.api.spi.SearchProvider;
import dev.tendril.api.spi.TokenizerProvider;
import dev.tendril.api.spi.TransformProvider;
import dev.tendril.api.spi.VocabularyProvider;
import dev.tendril.nlp.dates.LocalizedDatesProvider;
import dev.tendril.nlp.dates.WeekdayMonthsProvider;
import dev.tendril.nlp.metric.CharacterErrorRateProvider;
import dev.tendril.nlp.metric.ExactMatchProvider;
import dev.tendril.nlp.metric.TokenErrorRateProvider;
import dev.tendril.nlp.metric.WordErrorRateProvider;
import dev.tendril.nlp.reader.LinesProvider;
import dev.tendril.nlp.reader.ParallelProvider;
import dev.tendril.nlp.reader.TsvProvider;
import dev.tendril.nlp.reader.arff.ArffProvider;
import dev.tendril.nlp.reader.conllu.ConlluProvider;
import dev.tendril.nlp.reader.csv.CsvProvider;
import dev.tendril.nlp.reader.fasta.FastaProvider;
import dev.tendril.nlp.reader.forecast.ForecastWindowsProvider;
import dev.tendril.nlp.reader.json.JsonProvider;
import dev.tendril.nlp.reader.json.JsonlProvider;
import dev.tendril.nlp.reader.text.TextProvider;
import dev.tendril.nlp.search.BeamProvider;
import dev.tendril.nlp.search.GreedyProvider;
import dev.tendril.nlp.search.SamplingProvider;
import dev.tendril.nlp.sound.WavProvider;
import dev.tendril.nlp.tokenizer.CharactersProvider;
import dev.tendril.nlp.tokenizer.WhitespaceProvider;
import dev.tendril.nlp.tokenizer.WordsProvider;
import dev.tendril.nlp.transform.MinMaxProvider;
import dev.tendril.nlp.transform.StandardizeProvider;
import dev.tendril.nlp.vocabulary.FrequencyProvider;
import dev.tendril.nlp.vocabulary.IntegersProvider;
import java.util.List;

/** The components of this module; the plugin {@code core} is made of this list and those of its sister modules. */
public final class NlpComponents implements Plugin {
    @Override
    public List<TokenizerProvider<?>> tokenizers() {
        return List.of(new CharactersProvider(), new WhitespaceProvider(), new WordsProvider());
    }

    @Override
    public List<VocabularyProvider<?>> vocabularies() {
        return List.of(new FrequencyProvider(), new IntegersProvider());
    }

    @Override
    public List<TransformProvider<?>> transforms() {
        return List.of(new StandardizeProvider(), new MinMaxProvider());
    }

    @Override
    public List<ReaderProvider<?>> readers() {
        return List.of(
                new LinesProvider(),
                new TextProvider(),
                new TsvProvider(),
                new CsvProvider(),
                new JsonProvider(),
                new JsonlProvider(),
                new ParallelProvider(),
                new ConlluProvider(),
                new ArffProvider(),
                new FastaProvider(),
                new ForecastWindowsProvider(),
                new LocalizedDatesProvider(),
                new WavProvider(),
                new WeekdayMonthsProvider());
    }

    @Override
    public List<MetricProvider<?>> metrics() {
        return List.of(
                new ExactMatchProvider(),
                new CharacterErrorRateProvider(),
                new TokenErrorRateProvider(),
                new WordErrorRateProvider());
    }

    @Override
    public List<SearchProvider<?>> searches() {
        return List.of(new GreedyProvider(), new BeamProvider(), new SamplingProvider());
    }
}
