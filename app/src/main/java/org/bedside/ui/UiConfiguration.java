package org.bedside.ui;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class UiConfiguration implements WebMvcConfigurer {

  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  UiConfiguration(Assets assets) {
    this.assets = assets;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** One file a module and language: {@code messages/inbox.properties} is English. */
  @Bean
  MessageSource messageSource() throws IOException {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setDefaultEncoding("UTF-8");
    messages.setDefaultLocale(Locale.ENGLISH);
    messages.setFallbackToSystemLocale(false);
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    messages.setBasenames(
        Arrays.stream(files)
            .map(Resource::getFilename)
            .filter(name -> name != null && !name.contains("_"))
            .map(name -> "messages/" + name.replace(".properties", ""))
            .sorted()
            .toArray(String[]::new));
    return messages;
  }

  @Bean
  LocaleResolver localeResolver(Viewers viewers) {
    return new ReaderLanguage(viewers);
  }

  /** Every error that reaches a browser is told on our own page. */
  @Bean
  ErrorViewResolver errorPage() {
    return (request, status, model) -> new ModelAndView("error", model, status);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Look()).excludePathPatterns("/api/**", "/assets/**", "/webjars/**");
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new Telling());
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : List.of("css/", "js/")) {
      registry
          .addResourceHandler("/assets/" + folder + "**")
          .addResourceLocations("classpath:/static/assets/" + folder)
          .setCacheControl(FOR_EVER)
          .resourceChain(true)
          .addTransformer(new JoinedAssets(assets, folder));
    }
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(FOR_EVER);
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(FOR_EVER);
  }
}
