package nl.samenzicht.security.directory;

import java.util.UUID;

/** A function that somebody holds now and may choose to work under. */
public record HeldFunction(UUID holding, Function function) {}
