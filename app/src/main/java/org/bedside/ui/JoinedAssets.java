package org.bedside.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Serves the lists of style sheets and scripts joined. */
final class JoinedAssets implements ResourceTransformer {

  private final Assets assets;
  private final String folder;

  /**
   * @param folder below {@code static/assets}, with its slash
   */
  JoinedAssets(Assets assets, String folder) {
    this.assets = assets;
    this.folder = folder;
  }

  @Override
  public Resource transform(
      HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
      throws IOException {
    Resource transformed = chain.transform(request, resource);
    String name = folder + transformed.getFilename();
    return Assets.isList(name)
        ? new TransformedResource(transformed, assets.content(name))
        : transformed;
  }
}
