/** Reads short public posts. One package is exported; everything else is its workings. */
@org.jspecify.annotations.NullMarked
module org.bedside.understanding {
  requires static transitive org.jspecify;
  requires com.microsoft.onnxruntime;

  exports org.bedside.understanding;
}
