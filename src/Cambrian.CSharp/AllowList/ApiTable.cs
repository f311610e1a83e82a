using System.Collections.Frozen;

namespace Cambrian.CSharp.AllowList;

/// <summary>
/// The framework types and members that candidates may use, by metadata name. What is not in it is not allowed.
/// </summary>
/// <remarks>
/// Left out although harmless to memory: whatever differs from run to run or machine to machine (hash codes of strings and
/// objects, unseeded randomness, clocks, cultures, the width of Vector of T), and whatever keeps state from case to case
/// (array pools, interned strings, weak tables).
/// </remarks>
internal static class ApiTable
{
    // Namespace: type names, a generic one with its arity.
    private const string Types = """
        System: Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Int128 UInt128 Half Single Double Decimal Char String Object Void
        System: Math MathF MidpointRounding Convert BitConverter Array MemoryExtensions Span`1 ReadOnlySpan`1 Memory`1 ReadOnlyMemory`1 ArraySegment`1
        System: Index Range Nullable Nullable`1 Enum ValueType StringComparison StringComparer StringSplitOptions Random
        System: Action Action`1 Action`2 Action`3 Action`4 Action`5 Action`6 Action`7 Action`8
        System: Func`1 Func`2 Func`3 Func`4 Func`5 Func`6 Func`7 Func`8 Func`9 Predicate`1 Comparison`1 Converter`2 Delegate MulticastDelegate
        System: Tuple Tuple`1 Tuple`2 Tuple`3 Tuple`4 Tuple`5 Tuple`6 Tuple`7
        System: ValueTuple ValueTuple`1 ValueTuple`2 ValueTuple`3 ValueTuple`4 ValueTuple`5 ValueTuple`6 ValueTuple`7 ValueTuple`8
        System: IComparable IComparable`1 IEquatable`1 IFormattable ISpanFormattable IParsable`1 ISpanParsable`1 IDisposable ICloneable IFormatProvider CharEnumerator
        System: Exception SystemException ArgumentException ArgumentNullException ArgumentOutOfRangeException InvalidOperationException NotSupportedException
        System: NotImplementedException IndexOutOfRangeException DivideByZeroException OverflowException ArithmeticException FormatException
        System.Diagnostics: UnreachableException
        System.Collections: IEnumerable IEnumerator ICollection IList IComparer IEqualityComparer IStructuralComparable IStructuralEquatable BitArray
        System.Collections.Generic: List`1 Dictionary`2 HashSet`1 Queue`1 Stack`1 LinkedList`1 LinkedListNode`1 PriorityQueue`2 OrderedDictionary`2
        System.Collections.Generic: SortedDictionary`2 SortedList`2 SortedSet`1 KeyValuePair KeyValuePair`2 Comparer`1 EqualityComparer`1 CollectionExtensions
        System.Collections.Generic: IEnumerable`1 IEnumerator`1 ICollection`1 IList`1 ISet`1 IDictionary`2 IReadOnlyCollection`1 IReadOnlyList`1 IReadOnlySet`1
        System.Collections.Generic: IReadOnlyDictionary`2 IComparer`1 IEqualityComparer`1 KeyNotFoundException
        System.Collections.ObjectModel: ReadOnlyCollection`1 Collection`1
        System.Linq: Enumerable IGrouping`2 ILookup`2 Lookup`2 IOrderedEnumerable`1
        System.Text: StringBuilder
        System.Globalization: NumberStyles CultureInfo
        System.Numerics: BitOperations Complex BigInteger Vector2 Vector3 Vector4 Matrix3x2 Matrix4x4 Quaternion Plane
        System.Numerics: INumber`1 INumberBase`1 IBinaryInteger`1 IBinaryNumber`1 IFloatingPoint`1 IFloatingPointIeee754`1 ISignedNumber`1 IUnsignedNumber`1
        System.Numerics: IAdditionOperators`3 ISubtractionOperators`3 IMultiplyOperators`3 IDivisionOperators`3 IModulusOperators`3 IComparisonOperators`3
        System.Numerics: IEqualityOperators`3 IUnaryNegationOperators`2 IUnaryPlusOperators`2 IIncrementOperators`1 IDecrementOperators`1 IBitwiseOperators`3
        System.Numerics: IShiftOperators`3 IAdditiveIdentity`2 IMultiplicativeIdentity`2 IMinMaxValue`1 IExponentialFunctions`1 ILogarithmicFunctions`1
        System.Numerics: IPowerFunctions`1 IRootFunctions`1 ITrigonometricFunctions`1 IHyperbolicFunctions`1
        System.Runtime.Intrinsics: Vector128 Vector128`1 Vector256 Vector256`1 Vector512 Vector512`1
        """;

    // Members of listed types that are refused all the same. An accessor is get_Name, a constructor .ctor/parameters.
    private const string RefusedMembers = """
        System.Object: GetType MemberwiseClone GetHashCode
        System.ValueType: GetHashCode
        System.Enum: GetHashCode
        System.String: Intern IsInterned GetHashCode
        System.Random: .ctor/0 get_Shared
        System.Linq.Enumerable: Shuffle
        System.Collections.Generic.EqualityComparer`1: GetHashCode
        System.Collections.Generic.IEqualityComparer`1: GetHashCode
        System.Collections.IEqualityComparer: GetHashCode
        System.Collections.IStructuralEquatable: GetHashCode
        System.StringComparer: GetHashCode get_CurrentCulture get_CurrentCultureIgnoreCase Create
        System.Runtime.Intrinsics.Vector128: get_IsHardwareAccelerated
        System.Runtime.Intrinsics.Vector256: get_IsHardwareAccelerated
        System.Runtime.Intrinsics.Vector512: get_IsHardwareAccelerated
        """;

    // Types of which nothing but these members is allowed.
    private const string OnlyMembers = """
        System.Delegate: Combine Remove
        System.MulticastDelegate:
        System.Globalization.CultureInfo: get_InvariantCulture
        """;

    // What the compiler itself puts in for iterators, records, collection expressions and generic construction. A candidate that
    // refers to these is looked at more closely, as the image does not tell who wrote the reference.
    private const string CompilerHelpers = """
        System.Type: GetTypeFromHandle op_Equality op_Inequality
        System.RuntimeTypeHandle:
        System.Attribute: .ctor
        System.Environment: get_CurrentManagedThreadId
        System.Activator: CreateInstance
        System.Object: GetHashCode
        System.Collections.Generic.EqualityComparer`1: GetHashCode
        System.Runtime.InteropServices.CollectionsMarshal: AsSpan SetCount
        System.Runtime.InteropServices.MemoryMarshal: CreateSpan CreateReadOnlySpan
        System.Runtime.CompilerServices.Unsafe: Add As AsRef
        System.Runtime.CompilerServices.InlineArrayAttribute: .ctor
        """;

    // The same, harmless even when called by hand: they take what only the compiler can make, or do nothing but throw.
    private const string HarmlessHelpers = """
        System.RuntimeFieldHandle:
        System.IAsyncResult:
        System.AsyncCallback:
        System.Runtime.CompilerServices.RuntimeHelpers: InitializeArray CreateSpan GetSubArray EnsureSufficientExecutionStack
        System.Runtime.CompilerServices.SwitchExpressionException: .ctor
        System.Runtime.CompilerServices.IsExternalInit:
        System.Runtime.CompilerServices.ITuple:
        System.Runtime.InteropServices.InAttribute:
        System.Runtime.InteropServices.OutAttribute:
        System.Runtime.InteropServices.UnmanagedType:
        System.Diagnostics.DebuggableAttribute+DebuggingModes:
        System.Diagnostics.DebuggerBrowsableState:
        """;

    private static readonly FrozenSet<string> AllowedTypes = Types.Split('\n')
        .Select(line => line.Split(": "))
        .SelectMany(parts => parts[1].Split(' ').Select(name => $"{parts[0]}.{name}"))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Refused = Parse(RefusedMembers);
    private static readonly FrozenDictionary<string, string[]> Only = Parse(OnlyMembers);
    private static readonly FrozenDictionary<string, string[]> Helpers = Parse(CompilerHelpers);
    private static readonly FrozenDictionary<string, string[]> Harmless = Parse(HarmlessHelpers);

    private static readonly FrozenSet<string> CompilerAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.FlagsAttribute",
        "System.ObsoleteAttribute",
        "System.ParamArrayAttribute",
        "System.Diagnostics.DebuggableAttribute",
        "System.Diagnostics.DebuggerBrowsableAttribute",
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerDisplayAttribute",
        "System.Diagnostics.DebuggerTypeProxyAttribute",
        "System.Reflection.DefaultMemberAttribute",
        "Microsoft.CodeAnalysis.EmbeddedAttribute",
        "System.Runtime.CompilerServices.CompilationRelaxationsAttribute",
        "System.Runtime.CompilerServices.RuntimeCompatibilityAttribute",
        "System.Runtime.CompilerServices.CompilerGeneratedAttribute",
        "System.Runtime.CompilerServices.ExtensionAttribute",
        "System.Runtime.CompilerServices.IteratorStateMachineAttribute",
        "System.Runtime.CompilerServices.IsReadOnlyAttribute",
        "System.Runtime.CompilerServices.IsByRefLikeAttribute",
        "System.Runtime.CompilerServices.IsUnmanagedAttribute",
        "System.Runtime.CompilerServices.RequiresLocationAttribute",
        "System.Runtime.CompilerServices.ParamCollectionAttribute",
        "System.Runtime.CompilerServices.ScopedRefAttribute",
        "System.Runtime.CompilerServices.RefSafetyRulesAttribute",
        "System.Runtime.CompilerServices.NullableAttribute",
        "System.Runtime.CompilerServices.NullableContextAttribute",
        "System.Runtime.CompilerServices.NullablePublicOnlyAttribute",
        "System.Runtime.CompilerServices.TupleElementNamesAttribute",
        "System.Runtime.CompilerServices.DecimalConstantAttribute",
        "System.Runtime.CompilerServices.PreserveBaseOverridesAttribute",
        "System.Runtime.CompilerServices.RequiredMemberAttribute",
        "System.Runtime.CompilerServices.CompilerFeatureRequiredAttribute");

    private static readonly FrozenSet<string> CandidateAttributes = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.FlagsAttribute",
        "System.ObsoleteAttribute",
        "System.Runtime.CompilerServices.MethodImplAttribute");

    // Classes a candidate may derive from: those whose constructors and overridable members do nothing but what is written.
    private static readonly FrozenSet<string> Bases = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Object",
        "System.ValueType",
        "System.Enum",
        "System.MulticastDelegate",
        "System.Collections.Generic.Comparer`1",
        "System.Collections.Generic.EqualityComparer`1");

    // Enumerators and the like live inside the types they belong to.
    internal static bool AllowsType(string type) => AllowedTypes.Contains(Outermost(type));

    /// <summary>Whether a candidate's own text may use a member of a listed type.</summary>
    internal static bool AllowsMember(string type, string member, int parameters)
    {
        if (!AllowsType(type) || member.Contains("Unsafe", StringComparison.Ordinal) || member == "GetPinnableReference")
        {
            return false;
        }

        return Only.TryGetValue(type, out var only)
            ? only.Contains(member, StringComparer.Ordinal)
            : !Names(Refused, type, member, parameters) && !(IsHashed(type) && member == "GetHashCode") && (!IsException(type) || IsPlainOfException(member));
    }

    internal static bool IsCompilerHelper(string type, string? member) =>
        Helpers.TryGetValue(type, out var members) && (member is null || members.Contains(member, StringComparer.Ordinal));

    internal static bool IsHarmlessHelper(string type, string? member) =>
        type == "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler"
        || type.StartsWith("System.Runtime.CompilerServices.DefaultInterpolatedStringHandler+", StringComparison.Ordinal)
        || Harmless.TryGetValue(type, out var members) && (member is null || members.Contains(member, StringComparer.Ordinal));

    internal static bool IsCompilerAttribute(string type) => CompilerAttributes.Contains(type);

    internal static bool IsCandidateAttribute(string type) => CandidateAttributes.Contains(type);

    internal static bool AllowsBase(string type) => Bases.Contains(type);

    private static string Outermost(string type) => type.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? type[..plus] : type;

    private static bool Names(FrozenDictionary<string, string[]> table, string type, string member, int parameters) =>
        table.TryGetValue(type, out var members)
        && (members.Contains(member, StringComparer.Ordinal) || members.Contains($"{member}/{parameters}", StringComparer.Ordinal));

    private static bool IsHashed(string type) =>
        type.StartsWith("System.Tuple", StringComparison.Ordinal) || type.StartsWith("System.ValueTuple", StringComparison.Ordinal);

    private static bool IsException(string type) => type.EndsWith("Exception", StringComparison.Ordinal);

    private static bool IsPlainOfException(string member) =>
        member is ".ctor" or "get_Message" || member.StartsWith("ThrowIf", StringComparison.Ordinal);

    private static FrozenDictionary<string, string[]> Parse(string table) => table.Split('\n')
        .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
