package nl.samenzicht.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST interface, on the same services and the same gate as the screens. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
