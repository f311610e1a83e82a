namespace Cambrian.CSharp.Kernels.Reading;

/// <summary>C#'s words for the types that kernels know.</summary>
internal static class KernelTypes
{
    public static KernelType? Named(string keyword) => keyword switch
    {
        "double" => KernelType.Double,
        "int" => KernelType.Int,
        "bool" => KernelType.Bool,
        _ => null,
    };

    public static string Keyword(KernelType type) => type switch
    {
        KernelType.Double => "double",
        KernelType.Int => "int",
        _ => "bool",
    };
}
