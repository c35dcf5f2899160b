/**
 * Measures Samenzicht beside something else in one run, as ratios.
 *
 * <p>Each {@link nl.samenzicht.benchmarks.Benchmark} has an id and gives one {@link
 * nl.samenzicht.benchmarks.Result}. What is compared takes turns within a round, so that other work on the
 * machine hits both alike, and the ratio of the medians is what counts.
 */
package nl.samenzicht.benchmarks;
