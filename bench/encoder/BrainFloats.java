import ai.djl.pytorch.jni.LibUtils;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * Lets PyTorch multiply matrices of floats in the processor's 16-bit brain floats where it has
 * them, which trains about half as fast again. DJL has no call for PyTorch's setting, so it is set
 * in the library itself.
 */
final class BrainFloats {

  /** PyTorch's {@code Float32MatmulPrecision::MEDIUM}. */
  private static final int MEDIUM = 2;

  private BrainFloats() {}

  static void allow() {
    Path library = Path.of(LibUtils.getLibtorchPath(), "libtorch_cpu.so");
    SymbolLookup names = SymbolLookup.libraryLookup(library, Arena.global());
    Linker linker = Linker.nativeLinker();
    try {
      MemorySegment context =
          (MemorySegment)
              linker
                  .downcallHandle(
                      names.find("_ZN2at13globalContextEv").orElseThrow(),
                      FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invoke();
      linker
          .downcallHandle(
              names
                  .find("_ZN2at7Context25setFloat32MatmulPrecisionENS_22Float32MatmulPrecisionE")
                  .orElseThrow(),
              FunctionDescriptor.ofVoid(ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
          .invoke(context, MEDIUM);
    } catch (Throwable e) {
      throw new IllegalStateException("PyTorch's setting could not be changed", e);
    }
  }
}
