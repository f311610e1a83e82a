using System.Runtime.InteropServices;

namespace Cambrian.CSharp.Kernels.Writing;

/// <summary>A printed expression.</summary>
/// <param name="Text">On one line.</param>
/// <param name="Precedence">How tightly it holds together: 0 a choice … 9 an atom.</param>
/// <param name="IsInt">Whether C# takes it for an int.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Fragment(string Text, int Precedence, bool IsInt = false);
