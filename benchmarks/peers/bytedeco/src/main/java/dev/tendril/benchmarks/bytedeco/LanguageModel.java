package dev.tendril.benchmarks.bytedeco;

import static dev.tendril.benchmarks.workload.Size.EMBEDDING;
import static dev.tendril.benchmarks.workload.Size.HIDDEN;
import static dev.tendril.benchmarks.workload.Size.LAYERS;
import static dev.tendril.benchmarks.workload.Size.VOCABULARY;

import dev.tendril.benchmarks.workload.Assignment;
import java.util.List;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Embedding, LSTM layers, a readout. */
final class LanguageModel implements StepModel {
    private final int layers;
    private final int hidden;
    private final EmbeddingImpl embedding;
    private final LSTMImpl lstm;
    private final LinearImpl readout;
    private Tensor h = new Tensor();
    private Tensor c = new Tensor();

    LanguageModel(Assignment assignment) {
        layers = assignment.get(LAYERS);
        hidden = assignment.get(HIDDEN);
        embedding = new EmbeddingImpl(assignment.get(VOCABULARY), assignment.get(EMBEDDING));
        LSTMOptions options = new LSTMOptions(assignment.get(EMBEDDING), hidden);
        options.num_layers().put(layers);
        options.batch_first().put(true);
        lstm = new LSTMImpl(options);
        readout = new LinearImpl(hidden, assignment.get(VOCABULARY));
    }

    /** Training on random ids. */
    static Training training(Assignment assignment) {
        LanguageModel model = new LanguageModel(assignment);
        Tensor inputs = Ids.read(assignment);
        Tensor targets = Ids.said(assignment).reshape(-1);
        return new Training(model.modules(), () -> torch.cross_entropy_loss(model.scores(inputs), targets));
    }

    /** Scores [B · T, V] of ids [B, T]. */
    Tensor scores(Tensor ids) {
        Tensor outputs = lstm.forward(embedding.forward(ids)).get0();
        return readout.forward(outputs.reshape(-1, hidden));
    }

    @Override
    public String name() {
        return "LSTM";
    }

    @Override
    public List<Module> modules() {
        return List.of(embedding, lstm, readout);
    }

    @Override
    public void restart() {
        h = torch.zeros(layers, 1, hidden);
        c = torch.zeros(layers, 1, hidden);
    }

    @Override
    public Tensor next(Tensor token) {
        T_TensorT_TensorTensor_T_T run = lstm.forward(embedding.forward(token), new T_TensorTensor_T(h, c));
        h = run.get1().get0();
        c = run.get1().get1();
        return readout.forward(run.get0().reshape(1, hidden));
    }
}
