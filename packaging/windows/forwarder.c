/* python3.dll holds nothing but the forwarders of python3.def. */
int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) { return 1; }
