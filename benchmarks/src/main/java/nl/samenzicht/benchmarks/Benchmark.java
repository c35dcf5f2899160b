package nl.samenzicht.benchmarks;

/** One measurement with one id. To add one, write it and put it in the list of {@link Benchmarks}. */
interface Benchmark {

    /** Returns the id under which it is asked for and reported. */
    String id();

    /** Measures; what several benchmarks share is kept in the run. */
    Result run(Run run) throws Exception;

    /** Makes a benchmark from its id and what it does. */
    static Benchmark of(String id, Measurement measurement) {
        return new Benchmark() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Result run(Run run) throws Exception {
                return measurement.measure(id, run);
            }
        };
    }

    /** What a benchmark does. */
    interface Measurement {
        Result measure(String id, Run run) throws Exception;
    }
}
