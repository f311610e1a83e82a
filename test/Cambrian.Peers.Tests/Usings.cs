global using Cambrian.Conformance;
global using Cambrian.Core;
