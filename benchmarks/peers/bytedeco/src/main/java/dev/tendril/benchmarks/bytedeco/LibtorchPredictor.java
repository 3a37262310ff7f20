package dev.tendril.benchmarks.bytedeco;

import dev.tendril.benchmarks.child.FilePredictor;
import dev.tendril.benchmarks.workload.Assignment;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.global.torch;

/** libtorch with a file for each module. */
public final class LibtorchPredictor implements FilePredictor {
    /** Called by the process that predicts. */
    public LibtorchPredictor() {}

    @Override
    public void save(Assignment assignment, Path file) {
        List<Module> modules = new LanguageModel(assignment).modules();
        for (int i = 0; i < modules.size(); i++) {
            OutputArchive archive = new OutputArchive();
            modules.get(i).save(archive);
            archive.save_to(file + "." + i);
        }
    }

    @Override
    public void predict(Assignment assignment, Path file) {
        torch.set_num_threads(assignment.threads());
        LanguageModel model = new LanguageModel(assignment);
        List<Module> modules = model.modules();
        for (int i = 0; i < modules.size(); i++) {
            InputArchive archive = new InputArchive();
            archive.load_from(file + "." + i);
            modules.get(i).load(archive);
        }
        new NextTokenTask(model, Ids.read(assignment), 1).step();
    }
}
