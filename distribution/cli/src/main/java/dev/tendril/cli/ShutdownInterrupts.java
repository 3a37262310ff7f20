package dev.tendril.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C as the JVM reports it: by running shutdown hooks. The hook asks the command to stop and then holds the process until the
 * command has saved its work; the JVM exits with 128 plus the signal's number, which is 130 for Ctrl-C.
 */
final class ShutdownInterrupts implements Interrupts {

    @Override
    public Watch watch(Runnable stop) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, ended), "tendril-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            ended.countDown();
            remove(hook);
        };
    }

    private static void stopAndWait(Runnable stop, CountDownLatch ended) {
        stop.run();
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook itself runs: the process ends once it returns.
            return;
        }
    }
}
