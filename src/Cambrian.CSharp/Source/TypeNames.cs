namespace Cambrian.CSharp.Source;

/// <summary>The types that get special treatment, as C# spells them.</summary>
internal static class TypeNames
{
    internal const string Boolean = "bool";
    internal const string Integer = "int";
    internal const string Real = "double";

    internal static bool IsNumeric(string type) => type is "int" or "double" or "float" or "long" or "decimal";

    internal static bool IsReal(string type) => type is "double" or "float" or "decimal";
}
