package org.bedside.bench.score;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The sentiment of Stanford CoreNLP, with what it needs before it (tokens, parts of speech, parse)
 * and nothing more. Under the GPL, so no module depends on it: {@code bin/bench} fetches it, and it
 * is loaded from there by name.
 */
final class CoreNlpPeer implements Contender {

  private static final Path CLASS_PATH = Path.of("bench/target/core-nlp.classpath");

  private final Object pipeline;
  private final MethodHandle process;

  private CoreNlpPeer(Object pipeline, MethodHandle process) {
    this.pipeline = pipeline;
    this.process = process;
  }

  /** Loads its models, which takes several seconds. */
  static CoreNlpPeer load() throws IOException, ReflectiveOperationException {
    var urls = new ArrayList<URL>();
    for (Path jar : jars()) {
      urls.add(url(jar));
    }
    var loader = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    // Its models are looked up by the thread's loader.
    Thread.currentThread().setContextClassLoader(loader);
    var properties = new Properties();
    properties.setProperty("annotators", "tokenize,pos,parse,sentiment");
    Class<?> type = Class.forName("edu.stanford.nlp.pipeline.StanfordCoreNLP", true, loader);
    Object pipeline = type.getConstructor(Properties.class).newInstance(properties);
    Class<?> annotation = Class.forName("edu.stanford.nlp.pipeline.Annotation", true, loader);
    MethodHandle process =
        MethodHandles.publicLookup()
            .findVirtual(type, "process", MethodType.methodType(annotation, String.class))
            .asType(MethodType.methodType(Object.class, Object.class, String.class));
    return new CoreNlpPeer(pipeline, process);
  }

  /** The jars that it and its models are. */
  static List<Path> jars() throws IOException {
    var jars = new ArrayList<Path>();
    for (String entry : Files.readString(CLASS_PATH).strip().split(File.pathSeparator)) {
      jars.add(Path.of(entry));
    }
    return jars;
  }

  private static URL url(Path jar) throws MalformedURLException {
    URI uri = jar.toUri();
    return uri.toURL();
  }

  @Override
  public String name() {
    return "CoreNLP 4.5.10, sentiment alone";
  }

  @Override
  public Object judge(String text) {
    try {
      return process.invoke(pipeline, text);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
