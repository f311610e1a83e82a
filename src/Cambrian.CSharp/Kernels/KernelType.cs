namespace Cambrian.CSharp.Kernels;

/// <summary>The C# types that kernels know.</summary>
public enum KernelType
{
    /// <summary>double.</summary>
    Double,

    /// <summary>int.</summary>
    Int,

    /// <summary>bool.</summary>
    Bool,
}
