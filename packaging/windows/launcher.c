/* python.exe of the build: the same call CPython's own Programs/python.c makes. Never shipped. */
#include <windows.h>
__declspec(dllimport) int Py_Main(int argc, wchar_t **argv);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
